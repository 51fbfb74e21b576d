import { button } from './frame-chrome.ts';

/** Whether the merchant gives up what is unsaved. */
export function askToLeave(): Promise<boolean> {
  return ask({
    title: 'Leave page with unsaved changes?',
    text: 'Leaving this page will delete all unsaved changes.',
    yes: 'Leave page',
    no: 'Stay',
  });
}

/** Whether the merchant grants the app these scopes, too. */
export function askForScopes(scopes: readonly string[]): Promise<boolean> {
  return ask({
    title: 'Give this app more access?',
    text: `It asks for: ${scopes.join(', ')}.`,
    yes: 'Update access',
    no: 'Cancel',
  });
}

function ask({ title, text, yes, no }: { title: string; text: string; yes: string; no: string }): Promise<boolean> {
  const dialog = document.createElement('dialog');
  const [heading, sentence, foot] = [
    document.createElement('h2'),
    document.createElement('p'),
    document.createElement('footer'),
  ];
  [heading.textContent, sentence.textContent] = [title, text];
  const agree = button(yes, () => dialog.close('yes'));
  agree.className = 'primary';
  foot.append(
    button(no, () => dialog.close('no')),
    agree,
  );
  dialog.append(heading, sentence, foot);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      done(dialog.returnValue === 'yes');
    });
  });
}

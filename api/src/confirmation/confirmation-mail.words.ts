import type { Language } from './confirmation-language.ts';

/** What a confirmation's mail says. */
export interface MailWords {
  subject(code: string, shop: string): string;
  heading(campaign: string, shop: string): string;
  code: string;
  link: string;
  button: string;
  /** `time`: how long, such as "30 minutes". */
  lifetime(time: string): string;
  notYou: string;
}

/** In every language that we speak. */
export const MAIL_WORDS: Readonly<Record<Language, MailWords>> = {
  en: {
    subject: (code, shop) => `${code} is your code for ${shop}`,
    heading: (campaign, shop) => `Early access to ${campaign} at ${shop}`,
    code: 'Enter this code on the page where you gave your e-mail address:',
    link: 'Or open this link, on any device, and press the button there:',
    button: 'Confirm my address',
    lifetime: (time) =>
      `Code and link work for ${time}. If you asked more than once, only those of the newest mail do.`,
    notYou: "Didn't ask for this? Then simply ignore this mail.",
  },
  de: {
    subject: (code, shop) => `${code} ist dein Code für ${shop}`,
    heading: (campaign, shop) => `Früher Zugang zu ${campaign} bei ${shop}`,
    code: 'Gib diesen Code auf der Seite ein, auf der du deine E-Mail-Adresse angegeben hast:',
    link: 'Oder öffne diesen Link, auf welchem Gerät du willst, und drücke dort den Knopf:',
    button: 'Meine Adresse bestätigen',
    lifetime: (time) =>
      `Code und Link gelten ${time} lang. Hast du mehrmals gefragt, gelten nur die aus der neuesten Mail.`,
    notYou: 'Das warst nicht du? Dann ignoriere diese Mail einfach.',
  },
  fr: {
    subject: (code, shop) => `${code} est votre code pour ${shop}`,
    heading: (campaign, shop) => `Accès en avant-première à ${campaign} chez ${shop}`,
    code: 'Saisissez ce code sur la page où vous avez indiqué votre adresse e-mail :',
    link: 'Ou ouvrez ce lien, sur l’appareil de votre choix, et appuyez sur le bouton :',
    button: 'Confirmer mon adresse',
    lifetime: (time) =>
      `Le code et le lien sont valables ${time}. Si vous en avez demandé plusieurs, seuls ceux du dernier e-mail fonctionnent.`,
    notYou: 'Vous n’avez rien demandé ? Ignorez simplement cet e-mail.',
  },
  es: {
    subject: (code, shop) => `${code} es tu código para ${shop}`,
    heading: (campaign, shop) => `Acceso anticipado a ${campaign} en ${shop}`,
    code: 'Introduce este código en la página donde diste tu correo electrónico:',
    link: 'O abre este enlace, en el dispositivo que quieras, y pulsa el botón:',
    button: 'Confirmar mi correo',
    lifetime: (time) =>
      `El código y el enlace valen durante ${time}. Si los pediste varias veces, solo valen los del último mensaje.`,
    notYou: '¿No lo has pedido? Entonces ignora este mensaje.',
  },
  it: {
    subject: (code, shop) => `${code} è il tuo codice per ${shop}`,
    heading: (campaign, shop) => `Accesso anticipato a ${campaign} da ${shop}`,
    code: 'Inserisci questo codice nella pagina in cui hai indicato il tuo indirizzo e-mail:',
    link: 'Oppure apri questo link, sul dispositivo che preferisci, e premi il pulsante:',
    button: 'Conferma il mio indirizzo',
    lifetime: (time) =>
      `Codice e link sono validi per ${time}. Se li hai chiesti più volte, valgono solo quelli dell’ultima e-mail.`,
    notYou: 'Non hai chiesto nulla? Allora ignora questa e-mail.',
  },
  pt: {
    subject: (code, shop) => `${code} é o seu código para ${shop}`,
    heading: (campaign, shop) => `Acesso antecipado a ${campaign} em ${shop}`,
    code: 'Digite este código na página em que você informou o seu e-mail:',
    link: 'Ou abra este link, em qualquer dispositivo, e toque no botão:',
    button: 'Confirmar o meu e-mail',
    lifetime: (time) =>
      `O código e o link valem por ${time}. Se você pediu mais de uma vez, só valem os da mensagem mais recente.`,
    notYou: 'Não foi você quem pediu? Então ignore esta mensagem.',
  },
  nl: {
    subject: (code, shop) => `${code} is je code voor ${shop}`,
    heading: (campaign, shop) => `Vroege toegang tot ${campaign} bij ${shop}`,
    code: 'Vul deze code in op de pagina waar je je e-mailadres hebt opgegeven:',
    link: 'Of open deze link, op welk apparaat je maar wilt, en druk daar op de knop:',
    button: 'Mijn adres bevestigen',
    lifetime: (time) =>
      `De code en de link werken ${time}. Heb je er meer dan één keer om gevraagd, dan werken alleen die uit de nieuwste mail.`,
    notYou: 'Heb je hier niet om gevraagd? Negeer deze mail dan.',
  },
  ja: {
    subject: (code, shop) => `${shop} の確認コード：${code}`,
    heading: (campaign, shop) => `${shop}「${campaign}」先行アクセス`,
    code: 'メールアドレスを入力したページで、次のコードを入力してください。',
    link: 'または、次のリンクをお好きな端末で開き、表示されるボタンを押してください。',
    button: 'メールアドレスを確認する',
    lifetime: (time) =>
      `コードとリンクの有効期間は${time}です。複数回リクエストした場合は、最新のメールのものだけが有効です。`,
    notYou: 'お心当たりがない場合は、このメールを無視してください。',
  },
  ar: {
    subject: (code, shop) => `${code} هو رمزك لدى ${shop}`,
    heading: (campaign, shop) => `وصول مبكر إلى ${campaign} لدى ${shop}`,
    code: 'أدخِل هذا الرمز في الصفحة التي كتبت فيها بريدك الإلكتروني:',
    link: 'أو افتح هذا الرابط على أي جهاز واضغط الزر هناك:',
    button: 'تأكيد بريدي الإلكتروني',
    lifetime: (time) =>
      `الرمز والرابط صالحان لمدة ${time}. إذا طلبتهما أكثر من مرة فالصالح منهما ما جاء في أحدث رسالة فقط.`,
    notYou: 'لم تطلب هذا؟ إذن تجاهل هذه الرسالة.',
  },
};

import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { embed } from '../test-app-bridge.ts';
import { type Answers, aList, openAdmin } from '../test-page.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
});

const patience = { timeout: 15_000 };
const shop = { __typename: 'Shop', domain: 'demo.example', timeZone: 'Europe/Berlin' };

const copy = (part: object = {}) => ({
  __typename: 'CatalogSync',
  ...{ kind: 'FILL', state: 'DONE', part: 'PRODUCTS', objects: 0, ofObjects: null, problem: null, waitingChanges: 0 },
  ...{ finishedAt: '2026-11-28T08:00:00.000Z', nextAt: '2026-11-29T02:00:00.000Z', lastReconcile: null, ...part },
});

function withCatalog(catalogSync: object | null): Answers {
  return {
    CatalogPage: { data: { products: { __typename: 'ProductConnection', ...aList([]) } } },
    CatalogSource: { data: { shop, catalogSync } },
  };
}

test('in standalone mode the catalog comes by a product export', async () => {
  openAdmin('/catalog', withCatalog(null));

  await screen.findByText('Import a product export', {}, patience);
  expect(screen.queryByText('From your Shopify products')).toBeNull();
});

test('inside Shopify no file is asked for, not even before the first reading has begun', async () => {
  embed();
  openAdmin('/catalog', withCatalog(null));

  await screen.findByText('Your products are read from Shopify in a moment.', {}, patience);
  expect(screen.queryByText('Import a product export')).toBeNull();
});

test('while the catalog is read the page shows how far it is, and cannot be asked to begin anew', async () => {
  openAdmin('/catalog', withCatalog(copy({ state: 'WRITING', objects: 2_500, ofObjects: 10_000, finishedAt: null })));

  await screen.findByText(/Your products are being read\./, {}, patience);
  expect(screen.getByRole('progressbar').getAttribute('value')).toBe('25');
  expect(screen.getByText(/^2,500 of 10,000/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Read everything again' }).getAttribute('aria-disabled')).toBe('true');
});

test('a catalog that is there tells when it was compared last and what was mended', async () => {
  const lastReconcile = { __typename: 'CatalogReconcile', finishedAt: '2026-11-28T02:00:00.000Z', differences: 2 };
  openAdmin('/catalog', withCatalog(copy({ kind: 'RECONCILE', lastReconcile, waitingChanges: 1 })));

  await screen.findByText(/2 differences were mended/, {}, patience);
  expect(screen.getByText('1 change is about to be read.')).toBeTruthy();
});

test('a reading that failed says why, and one button reads everything again', async () => {
  let asked = 0;
  const running = copy({ kind: 'REFRESH', state: 'WAITING', finishedAt: null });
  openAdmin('/catalog', {
    ...withCatalog(copy({ state: 'FAILED', problem: 'Shopify did not answer.' })),
    CatalogRefresh: () => {
      asked += 1;
      return {
        data: { catalogRefresh: { __typename: 'CatalogRefreshPayload', catalogSync: running, userErrors: [] } },
      };
    },
  });

  await screen.findByText('Shopify did not answer.', {}, patience);
  fireEvent.click(screen.getByRole('button', { name: 'Read everything again' }));

  await screen.findAllByText('Your catalog is being read again.', {}, patience);
  expect(asked).toBe(1);
});

/** Uploads meet these statuses in turn, the last one for ever. */
function uploadsAnswered(...statuses: number[]): { count: number } {
  const uploads = { count: 0 };
  const report = { products: 1, variants: 1, collections: 0, rows: 1, problemCount: 0, problems: [] };
  class Upload {
    readonly upload = {};
    readonly responseText = JSON.stringify(report);
    status = 0;
    onload = (): void => undefined;
    onabort = (): void => undefined;
    open(): void {}
    setRequestHeader(): void {}
    abort(): void {}
    send(): void {
      this.status = statuses[Math.min(uploads.count, statuses.length - 1)] ?? 200;
      uploads.count += 1;
      setTimeout(() => this.onload());
    }
  }
  vi.stubGlobal('XMLHttpRequest', Upload);
  return uploads;
}

async function chooseExport(container: Element): Promise<void> {
  await screen.findByText('Import a product export', {}, patience);
  const input = container.querySelector('input[type="file"]');
  if (input === null) throw new Error('The page asks for no file');
  fireEvent.change(input, { target: { files: [new File(['Handle,Title\n'], 'export.csv', { type: 'text/csv' })] } });
}

test('a product export that finds the app busy is sent again by itself', async () => {
  const uploads = uploadsAnswered(503, 200);
  const { container } = openAdmin('/catalog', withCatalog(null));

  await chooseExport(container);

  await screen.findByText('The app can’t answer right now. export.csv is sent again in a moment.', {}, patience);
  await screen.findByText('Import finished', {}, patience);
  expect(uploads.count).toBe(2);
});

test('a product export that waits to be sent again can be stopped', async () => {
  const uploads = uploadsAnswered(503);
  const { container } = openAdmin('/catalog', withCatalog(null));
  await chooseExport(container);

  fireEvent.click(await screen.findByRole('button', { name: 'Stop' }, patience));

  await screen.findByText(/stopped/i, {}, patience);
  expect(uploads.count).toBe(1);
});

test('an import goes on where the question about the catalog finds no answer', async () => {
  const { container } = openAdmin('/catalog', { ...withCatalog(null), CatalogSource: new Error('away') });
  uploadsAnswered(200);

  await chooseExport(container);

  await screen.findByText('Import finished', {}, patience);
});

test('a file that is no CSV is refused in words, and not sent', async () => {
  const uploads = uploadsAnswered(200);
  const { container } = openAdmin('/catalog', withCatalog(null));
  await screen.findByText('Import a product export', {}, patience);
  const sheet = new File(['PK'], 'export.xlsx', {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });

  const input = container.querySelector('input[type="file"]');
  if (input) fireEvent.change(input, { target: { files: [sheet] } });

  await screen.findByText(/CSV/, { selector: '[role="alert"] *, .Polaris-Banner *, [class*="Banner"] *' }, patience);
  expect(uploads.count).toBe(0);
});

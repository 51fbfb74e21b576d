import type { Page } from 'playwright-core';

/** What a merchant fills in to create a campaign. */
export interface CampaignWish {
  name: string;
  accessType: 'PASSWORD' | 'SECRET_LINK' | 'EMAIL_SIGNUP' | 'PASSWORD_OR_EMAIL';
  password?: string;
  /** Titles of the products to open. */
  products: readonly string[];
}

/** A campaign as its merchant finds it in the admin. */
export interface MadeCampaign {
  id: string;
  /** Address of its page in the admin. */
  adminUrl: string;
  /** Address of its hosted page, as the admin offers it. */
  hostedPageUrl: string;
  secretLink: string;
}

/** The three numbers on a campaign's page. */
export interface CampaignNumbers {
  views: string;
  signups: string;
  conversion: string;
}

/** Creates a live campaign through the create-campaign dialog and answers where it leads. */
export async function createCampaign(page: Page, adminUrl: string, wish: CampaignWish): Promise<MadeCampaign> {
  await page.goto(`${adminUrl}/campaigns`);
  await page.getByRole('button', { name: 'Create campaign' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create campaign' });
  await dialog.getByLabel('Name', { exact: false }).first().fill(wish.name);
  await dialog.getByLabel('Access type').selectOption(wish.accessType);
  if (wish.password) await dialog.getByLabel('Password', { exact: false }).first().fill(wish.password);
  for (const title of wish.products) await chooseProduct(page, title);
  await dialog.getByLabel('Activate it right away').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/\/admin\/campaigns\/[0-9a-f-]{36}$/);
  const hostedPageUrl = await page.getByLabel('Hosted page').first().inputValue();
  const id = page.url().split('/').at(-1) ?? '';
  return { id, adminUrl: page.url(), hostedPageUrl, secretLink: hostedPageUrl.split('/').at(-1) ?? '' };
}

/** Opens the campaign's page anew and reads its numbers. */
export async function readNumbers(page: Page, campaign: MadeCampaign): Promise<CampaignNumbers> {
  await page.goto(campaign.adminUrl);
  await page.reload();
  const value = async (term: string) => {
    const pair = page.locator('dl > div').filter({ has: page.getByText(term, { exact: true }) });
    return (await pair.locator('dd > span').first().textContent())?.trim() ?? '';
  };
  return {
    views: await value('Views'),
    signups: await value('Sign-ups'),
    conversion: await value('Conversion rate'),
  };
}

/** As people do: waits until what is found is what was asked for, picks it, and sees that it is chosen. */
async function chooseProduct(page: Page, title: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Create campaign' });
  const found = dialog.getByRole('list', { name: 'Products found' });
  await dialog.getByLabel('Search products').fill(title);
  await found.waitFor();
  await found.getByRole('listitem').filter({ hasNotText: title }).first().waitFor({ state: 'detached' });
  await found.getByText(title).first().click();
  await dialog.getByRole('button', { name: `Remove ${title}` }).waitFor();
}

import type { Page } from 'playwright-core';
import { type CampaignFields, MerchantApi } from './merchant-api.ts';

/** What the admin calls the ways in. */
const ACCESS_TYPES = {
  PASSWORD: 'Password',
  SECRET_LINK: 'Secret link only',
  EMAIL_SIGNUP: 'E-mail sign-up',
  PASSWORD_OR_EMAIL: 'Password or e-mail',
} as const;

/** What a merchant fills in to create a campaign. */
export interface CampaignWish {
  name: string;
  accessType: keyof typeof ACCESS_TYPES;
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

/** Creates a campaign through the create-campaign dialog, activates it on its page and answers where that is. */
export async function createCampaign(page: Page, adminUrl: string, wish: CampaignWish): Promise<MadeCampaign> {
  await page.goto(`${adminUrl}/campaigns`);
  await page.getByRole('button', { name: 'Create campaign' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create campaign' });
  await dialog.getByLabel('Name', { exact: false }).first().fill(wish.name);
  await dialog.getByText(ACCESS_TYPES[wish.accessType], { exact: true }).first().click();
  if (wish.password) await dialog.getByRole('textbox', { name: /^Password/ }).fill(wish.password);
  for (const title of wish.products) await chooseProduct(page, title);
  await dialog.getByRole('button', { name: 'Save draft' }).click();
  await page.waitForURL(/\/admin\/campaigns\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: 'Activate', exact: true }).first().click();
  await page.getByText('Campaign activated').first().waitFor();
  const hostedPageUrl = await page.getByLabel('Hosted page').first().inputValue();
  const id = page.url().split('/').at(-1) ?? '';
  return { id, adminUrl: page.url(), hostedPageUrl, secretLink: hostedPageUrl.split('/').at(-1) ?? '' };
}

/** The same by the API, where making it is not what a test is about: live on the Storm Jug, and the page at its place in the admin. */
export async function campaignAt(page: Page, url: string, fields: CampaignFields): Promise<MadeCampaign> {
  const api = await MerchantApi.signIn(url);
  const productIds = await api.productIds(1, 'Storm Jug');
  const { id, secretLink } = await api.createCampaign({ productIds, ...fields });
  const adminUrl = `${url}/admin/campaigns/${id}`;
  await page.goto(adminUrl);
  return { id, adminUrl, secretLink, hostedPageUrl: `${url}/c/${secretLink}` };
}

/** Opens the campaign's page anew and reads its numbers. */
export async function readNumbers(page: Page, campaign: MadeCampaign): Promise<CampaignNumbers> {
  await page.goto(campaign.adminUrl);
  await page.reload();
  // Names of numbers stand there before the numbers.
  await page.getByLabel('Hosted page').first().waitFor();
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

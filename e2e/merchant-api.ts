/** What a test says of a campaign: any field of `CampaignCreateInput`. */
export interface CampaignFields {
  accessType: 'PASSWORD' | 'SECRET_LINK' | 'EMAIL_SIGNUP' | 'PASSWORD_OR_EMAIL';
  readonly [field: string]: unknown;
}

/** A campaign as the API gave it back. */
export interface ApiCampaign {
  readonly id: string;
  readonly secretLink: string;
}

/** The merchant of the demo shop at the admin API, for what would take long by hand. */
export class MerchantApi {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** Signs in as the admin does in standalone mode. */
  static async signIn(url: string): Promise<MerchantApi> {
    const response = await fetch(`${url}/admin/session`, { method: 'POST' });
    const { token }: { token: string } = JSON.parse(await response.text());
    return new MerchantApi(url, token);
  }

  /** Asks the admin API; throws with its errors. */
  async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const response = await fetch(`${this.#url}/admin/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` },
      body: JSON.stringify({ query, variables }),
    });
    const answer: { data?: Data; errors?: unknown } = JSON.parse(await response.text());
    if (!answer.data || answer.errors) throw new Error(`The admin API refused: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }

  /** A campaign that is live unless the fields say otherwise. */
  async createCampaign(fields: CampaignFields): Promise<ApiCampaign> {
    interface Created {
      campaignCreate: { campaign: ApiCampaign | null; userErrors: unknown[] };
    }
    const { campaignCreate } = await this.ask<Created>(
      `mutation ($input: CampaignCreateInput!) {
        campaignCreate(input: $input) { campaign { id secretLink } userErrors { field message } }
      }`,
      { input: { name: 'Early for you', isActive: true, ...fields } },
    );
    if (campaignCreate.campaign) return campaignCreate.campaign;
    throw new Error(`The campaign was refused: ${JSON.stringify(campaignCreate.userErrors)}`);
  }

  /** Ids of products of the catalog, in its order. */
  async productIds(first: number, query = ''): Promise<string[]> {
    const { products } = await this.ask<{ products: { nodes: { id: string }[] } }>(
      'query ($first: Int!, $query: String) { products(first: $first, query: $query) { nodes { id } } }',
      { first, query },
    );
    return products.nodes.map(({ id }) => id);
  }

  /** Ids of the products with these handles, as far as the catalog has them. */
  async productIdsOf(handles: readonly string[]): Promise<string[]> {
    interface Page {
      products: {
        nodes: { id: string; handle: string }[];
        pageInfo: { endCursor: string | null; hasNextPage: boolean };
      };
    }
    const found = new Map<string, string>();
    for (let after: string | null = null, more = true; more; ) {
      const { products }: Page = await this.ask<Page>(
        `query ($after: String) {
          products(first: 100, after: $after) { nodes { id handle } pageInfo { endCursor hasNextPage } }
        }`,
        { after },
      );
      for (const { id, handle } of products.nodes) found.set(handle, id);
      after = products.pageInfo.endCursor;
      more = products.pageInfo.hasNextPage;
    }
    return handles.flatMap((handle) => found.get(handle) ?? []);
  }

  /** The sign-ups as CSV, as they come; `signal` ends it. Parameters as `GET /admin/signups.csv` has them. */
  async exportSignups(parameters: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const headers = { authorization: `Bearer ${this.#token}` };
    const { ok, status, body } = await fetch(`${this.#url}/admin/signups.csv${parameters}`, { headers, signal });
    if (!ok || body === null) throw new Error(`The export was refused: ${status}`);
    return body;
  }

  /** Brings a product CSV into the catalog. */
  importCatalog(csv: string): Promise<void> {
    return this.#upload('catalog-imports', csv);
  }

  /** Puts addresses on the campaign's guest list. */
  addGuests(campaignId: string, emails: readonly string[]): Promise<void> {
    return this.#upload(`campaigns/${campaignId}/guest-list`, ['email', ...emails].join('\n'));
  }

  async #upload(path: string, csv: string): Promise<void> {
    const response = await fetch(`${this.#url}/admin/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', authorization: `Bearer ${this.#token}` },
      body: csv,
    });
    if (!response.ok) throw new Error(`The upload was refused: ${response.status} ${await response.text()}`);
  }
}

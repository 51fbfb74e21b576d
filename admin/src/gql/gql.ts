/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query ShopName { shop { name } }": typeof types.ShopNameDocument,
    "\n  fragment CampaignTable_campaign on EarlyAccessCampaign {\n    id\n    name\n    status\n    accessType\n    totalViews\n    totalSignups\n    conversionRate\n    createdAt\n  }\n": typeof types.CampaignTable_CampaignFragmentDoc,
    "\n  query CampaignsPage($first: Int!, $after: String, $query: String, $sortKey: CampaignSortKey!) {\n    shop {\n      domain\n      timeZone\n    }\n    campaigns(first: $first, after: $after, query: $query, sortKey: $sortKey) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        ...CampaignTable_campaign\n      }\n    }\n  }\n": typeof types.CampaignsPageDocument,
    "\n  query KlaviyoLists($query: String, $after: String) {\n    connections {\n      id\n      destination\n      audiences(query: $query, after: $after) {\n        audiences {\n          id\n          name\n          optIn\n        }\n        next\n        problem\n      }\n    }\n  }\n": typeof types.KlaviyoListsDocument,
    "\n  fragment AccessCodes_campaign on EarlyAccessCampaign {\n    id\n    name\n    accessCodes {\n      id\n      name\n      code\n      maxUses\n      totalUses\n      expiresAt\n      revokedAt\n    }\n  }\n": typeof types.AccessCodes_CampaignFragmentDoc,
    "\n    mutation AccessCodeCreate($campaignId: ID!, $input: AccessCodeInput!) {\n      payload: accessCodeCreate(campaignId: $campaignId, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  ": typeof types.AccessCodeCreateDocument,
    "\n    mutation AccessCodeUpdate($id: ID!, $input: AccessCodeInput!) {\n      payload: accessCodeUpdate(id: $id, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  ": typeof types.AccessCodeUpdateDocument,
    "\n    mutation AccessCodeRevoke($id: ID!) {\n      payload: accessCodeRevoke(id: $id) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  ": typeof types.AccessCodeRevokeDocument,
    "\n  fragment SecretLinks_campaign on EarlyAccessCampaign {\n    id\n    accessType\n    secretLinks {\n      id\n      name\n      hostedPageUrl\n      maxUses\n      totalUses\n      expiresAt\n      revokedAt\n    }\n  }\n": typeof types.SecretLinks_CampaignFragmentDoc,
    "\n    mutation SecretLinkCreate($campaignId: ID!, $input: SecretLinkInput!) {\n      payload: secretLinkCreate(campaignId: $campaignId, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  ": typeof types.SecretLinkCreateDocument,
    "\n    mutation SecretLinkUpdate($id: ID!, $input: SecretLinkInput!) {\n      payload: secretLinkUpdate(id: $id, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  ": typeof types.SecretLinkUpdateDocument,
    "\n    mutation SecretLinkRevoke($id: ID!) {\n      payload: secretLinkRevoke(id: $id) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  ": typeof types.SecretLinkRevokeDocument,
    "\n  fragment CampaignDeletion_campaign on EarlyAccessCampaign {\n    id\n    name\n    totalSignups\n  }\n": typeof types.CampaignDeletion_CampaignFragmentDoc,
    "\n  mutation CampaignDelete($id: ID!) {\n    campaignDelete(id: $id) {\n      deletedCampaignId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.CampaignDeleteDocument,
    "\n  fragment CampaignDetails_campaign on EarlyAccessCampaign {\n    id\n    name\n    description\n    isActive\n    status\n    accessType\n    password\n    klaviyoListId\n    omnisendListId\n    startsAt\n    endsAt\n    productIds\n    collectionIds\n    products {\n      id\n      title\n      imageUrl\n    }\n    collections {\n      id\n      title\n      imageUrl\n    }\n    capacity\n    totalPasses\n    trustLevel\n    confirmWithinMinutes\n    isGuestListOnly\n    hasWaitingList\n    showsEmailFirst\n    consentText\n    accentColor\n    pictureUrl\n    texts {\n      name\n      text\n    }\n    ...CampaignNumbers_campaign\n    ...CampaignShare_campaign\n    ...AccessCodes_campaign\n    ...SecretLinks_campaign\n    ...CampaignDeletion_campaign\n  }\n": typeof types.CampaignDetails_CampaignFragmentDoc,
    "\n  mutation CampaignDuplicate($id: ID!, $includeGuestList: Boolean!) {\n    campaignDuplicate(id: $id, includeGuestList: $includeGuestList) {\n      campaign {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.CampaignDuplicateDocument,
    "\n  query DuplicationGuests($id: ID!) {\n    campaign(id: $id) {\n      id\n      guestsCount\n    }\n  }\n": typeof types.DuplicationGuestsDocument,
    "\n  fragment CampaignNumbers_campaign on EarlyAccessCampaign {\n    totalViews\n    totalSignups\n    conversionRate\n  }\n": typeof types.CampaignNumbers_CampaignFragmentDoc,
    "\n  query CampaignPage($id: ID!) {\n    shop {\n      domain\n      timeZone\n    }\n    campaign(id: $id) {\n      id\n      name\n      ...CampaignDetails_campaign\n    }\n  }\n": typeof types.CampaignPageDocument,
    "\n  fragment CampaignShare_campaign on EarlyAccessCampaign {\n    id\n    secretLink\n    hostedPageUrl\n    themePageUrl\n    embedSnippet\n    pinnedSnippet\n  }\n": typeof types.CampaignShare_CampaignFragmentDoc,
    "\n  mutation SecretLinkRotate($campaignId: ID!) {\n    secretLinkRotate(campaignId: $campaignId) {\n      campaign {\n        id\n        ...CampaignShare_campaign\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.SecretLinkRotateDocument,
    "\n  query CampaignSignups($id: ID!, $first: Int!, $after: String) {\n    campaign(id: $id) {\n      id\n      signups(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          email\n          firstName\n          lastName\n          acceptsMarketing\n          createdAt\n          receipts {\n            destination\n            state\n            reason\n            attempts\n            acceptedAt\n          }\n        }\n      }\n    }\n  }\n": typeof types.CampaignSignupsDocument,
    "\n  mutation SignupDelete($id: ID!) {\n    signupDelete(id: $id) {\n      deletedSignupId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.SignupDeleteDocument,
    "\n  mutation CampaignActivate($id: ID!) {\n    campaignActivate(id: $id) {\n      campaign {\n        id\n        isActive\n        status\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.CampaignActivateDocument,
    "\n  mutation CampaignPause($id: ID!) {\n    campaignPause(id: $id) {\n      campaign {\n        id\n        isActive\n        status\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.CampaignPauseDocument,
    "\n  mutation CampaignUpdate($id: ID!, $input: CampaignUpdateInput!) {\n    campaignUpdate(id: $id, input: $input) {\n      campaign {\n        id\n        ...CampaignDetails_campaign\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.CampaignUpdateDocument,
    "\n  mutation GuestListClear($campaignId: ID!) {\n    guestListClear(campaignId: $campaignId) {\n      campaign {\n        id\n        guestsCount\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.GuestListClearDocument,
    "\n  query GuestList($id: ID!) {\n    campaign(id: $id) {\n      id\n      guestsCount\n    }\n  }\n": typeof types.GuestListDocument,
    "\n  mutation GuestRemove($campaignId: ID!, $email: String!) {\n    guestRemove(campaignId: $campaignId, email: $email) {\n      campaign {\n        id\n        guestsCount\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.GuestRemoveDocument,
    "\n  query Guests($id: ID!, $first: Int!, $after: String, $query: String) {\n    campaign(id: $id) {\n      id\n      guests(first: $first, after: $after, query: $query) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          email\n          addedAt\n        }\n      }\n    }\n  }\n": typeof types.GuestsDocument,
    "\n  mutation WaitingListEntryRemove($id: ID!) {\n    waitingListEntryRemove(id: $id) {\n      removedWaitingListEntryId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.WaitingListEntryRemoveDocument,
    "\n  mutation WaitingListAdmit($campaignId: ID!, $ids: [ID!]!) {\n    waitingListAdmit(campaignId: $campaignId, ids: $ids) {\n      admittedCount\n      campaign {\n        id\n        guestsCount\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.WaitingListAdmitDocument,
    "\n  query WaitingList($id: ID!, $first: Int!, $after: String) {\n    campaign(id: $id) {\n      id\n      waitingList(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          email\n          createdAt\n        }\n      }\n    }\n  }\n": typeof types.WaitingListDocument,
    "\n  mutation AccessPassRevoke($id: ID!) {\n    accessPassRevoke(id: $id) {\n      accessPass {\n        id\n        isRevoked\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.AccessPassRevokeDocument,
    "\n  mutation CampaignPassesRevoke($campaignId: ID!) {\n    campaignPassesRevoke(campaignId: $campaignId) {\n      campaign {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.CampaignPassesRevokeDocument,
    "\n  query CampaignPasses($id: ID!, $first: Int!, $after: String) {\n    campaign(id: $id) {\n      id\n      passes(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          issuedAt\n          expiresAt\n          isRevoked\n          signup {\n            id\n            email\n          }\n          accessCode {\n            id\n            name\n            revokedAt\n          }\n          secretLink {\n            id\n            name\n            revokedAt\n          }\n        }\n      }\n    }\n  }\n": typeof types.CampaignPassesDocument,
    "\n  query CollectionPicker($query: String) {\n    collections(first: 30, query: $query) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        id\n        title\n        imageUrl\n        productsCount\n      }\n    }\n  }\n": typeof types.CollectionPickerDocument,
    "\n  query ProductPicker($query: String) {\n    products(first: 30, query: $query) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        id\n        title\n        imageUrl\n        price {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n": typeof types.ProductPickerDocument,
    "\n  mutation SyncBackfill($campaignId: ID!, $destination: Destination!) {\n    syncBackfill(campaignId: $campaignId, destination: $destination) {\n      count\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.SyncBackfillDocument,
    "\n  fragment ReceiptHistory_receipt on Receipt {\n    destination\n    state\n    reason\n    detail\n    contactId\n    dueAt\n    history {\n      at\n      event\n      detail\n    }\n  }\n": typeof types.ReceiptHistory_ReceiptFragmentDoc,
    "\n  query SignupHistory($campaignId: ID!, $email: String!) {\n    signups(first: 10, campaignId: $campaignId, query: $email) {\n      nodes {\n        id\n        receipts {\n          ...ReceiptHistory_receipt\n        }\n      }\n    }\n  }\n": typeof types.SignupHistoryDocument,
    "\n  query CampaignSync($id: ID!) {\n    campaign(id: $id) {\n      id\n      sync {\n        destination\n        audience\n        audienceName\n        audienceExists\n        optIn\n        connection {\n          ...Connection_connection\n        }\n        summary {\n          ...SyncSummary_summary\n        }\n      }\n    }\n  }\n": typeof types.CampaignSyncDocument,
    "\n  mutation CampaignCreate($input: CampaignCreateInput!) {\n    campaignCreate(input: $input) {\n      campaign {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.CampaignCreateDocument,
    "\n  query CatalogPage($first: Int!, $after: String, $query: String) {\n    products(first: $first, after: $after, query: $query) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        ...ProductTable_product\n      }\n    }\n  }\n": typeof types.CatalogPageDocument,
    "\n  fragment ProductTable_product on Product {\n    id\n    title\n    vendor\n    status\n    imageUrl\n    variantsCount\n    totalInventory\n    price {\n      amount\n      currencyCode\n    }\n  }\n": typeof types.ProductTable_ProductFragmentDoc,
    "\n  mutation ConnectionTest($destination: Destination!) {\n    connectionTest(destination: $destination) {\n      connection {\n        ...Connection_connection\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.ConnectionTestDocument,
    "\n  query ConnectionAlerts {\n    connections {\n      ...Connection_connection\n    }\n  }\n": typeof types.ConnectionAlertsDocument,
    "\n  query Connections {\n    connections {\n      ...Connection_connection\n      sync {\n        ...SyncSummary_summary\n      }\n    }\n  }\n": typeof types.ConnectionsDocument,
    "\n  mutation ConnectionDelete($destination: Destination!) {\n    connectionDelete(destination: $destination) {\n      deletedConnectionId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.ConnectionDeleteDocument,
    "\n  fragment Connection_connection on Connection {\n    id\n    destination\n    status\n    problem\n    problemDetail\n    accountName\n    keyEnding\n    sendsWithoutConsent\n    sendsEvent\n    sendsWelcomeMessage\n    connectedAt\n    lastAnswerAt\n    lastAnswer\n    retryAt\n    removalsWaiting\n    removalsParked\n  }\n": typeof types.Connection_ConnectionFragmentDoc,
    "\n  mutation ConnectionSave($input: ConnectionSaveInput!) {\n    connectionSave(input: $input) {\n      connection {\n        ...Connection_connection\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.ConnectionSaveDocument,
    "\n  query ApiTokens($first: Int!, $after: String) {\n    apiTokens(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        scopes\n        createdAt\n        lastUsedAt\n        revokedAt\n      }\n    }\n  }\n": typeof types.ApiTokensDocument,
    "\n  mutation ApiTokenCreate($input: ApiTokenCreateInput!) {\n    apiTokenCreate(input: $input) {\n      apiToken {\n        id\n      }\n      token\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.ApiTokenCreateDocument,
    "\n  mutation ApiTokenRevoke($id: ID!) {\n    apiTokenRevoke(id: $id) {\n      apiToken {\n        id\n        revokedAt\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.ApiTokenRevokeDocument,
    "\n  query SettingsPage {\n    shop {\n      domain\n      name\n      currencyCode\n      timeZone\n    }\n  }\n": typeof types.SettingsPageDocument,
    "\n  fragment SyncSummary_summary on SyncSummary {\n    total\n    waiting\n    sending\n    accepted\n    awaitingConfirmation\n    onList\n    skipped\n    failed\n    parked\n    oldestWaitingSince\n    unsent\n    lastAnswer\n    lastAnswerAt\n    reasons {\n      state\n      reason\n      count\n    }\n  }\n": typeof types.SyncSummary_SummaryFragmentDoc,
    "\n  mutation SyncRetry($input: SyncRetryInput!) {\n    syncRetry(input: $input) {\n      count\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": typeof types.SyncRetryDocument,
};
const documents: Documents = {
    "query ShopName { shop { name } }": types.ShopNameDocument,
    "\n  fragment CampaignTable_campaign on EarlyAccessCampaign {\n    id\n    name\n    status\n    accessType\n    totalViews\n    totalSignups\n    conversionRate\n    createdAt\n  }\n": types.CampaignTable_CampaignFragmentDoc,
    "\n  query CampaignsPage($first: Int!, $after: String, $query: String, $sortKey: CampaignSortKey!) {\n    shop {\n      domain\n      timeZone\n    }\n    campaigns(first: $first, after: $after, query: $query, sortKey: $sortKey) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        ...CampaignTable_campaign\n      }\n    }\n  }\n": types.CampaignsPageDocument,
    "\n  query KlaviyoLists($query: String, $after: String) {\n    connections {\n      id\n      destination\n      audiences(query: $query, after: $after) {\n        audiences {\n          id\n          name\n          optIn\n        }\n        next\n        problem\n      }\n    }\n  }\n": types.KlaviyoListsDocument,
    "\n  fragment AccessCodes_campaign on EarlyAccessCampaign {\n    id\n    name\n    accessCodes {\n      id\n      name\n      code\n      maxUses\n      totalUses\n      expiresAt\n      revokedAt\n    }\n  }\n": types.AccessCodes_CampaignFragmentDoc,
    "\n    mutation AccessCodeCreate($campaignId: ID!, $input: AccessCodeInput!) {\n      payload: accessCodeCreate(campaignId: $campaignId, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  ": types.AccessCodeCreateDocument,
    "\n    mutation AccessCodeUpdate($id: ID!, $input: AccessCodeInput!) {\n      payload: accessCodeUpdate(id: $id, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  ": types.AccessCodeUpdateDocument,
    "\n    mutation AccessCodeRevoke($id: ID!) {\n      payload: accessCodeRevoke(id: $id) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  ": types.AccessCodeRevokeDocument,
    "\n  fragment SecretLinks_campaign on EarlyAccessCampaign {\n    id\n    accessType\n    secretLinks {\n      id\n      name\n      hostedPageUrl\n      maxUses\n      totalUses\n      expiresAt\n      revokedAt\n    }\n  }\n": types.SecretLinks_CampaignFragmentDoc,
    "\n    mutation SecretLinkCreate($campaignId: ID!, $input: SecretLinkInput!) {\n      payload: secretLinkCreate(campaignId: $campaignId, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  ": types.SecretLinkCreateDocument,
    "\n    mutation SecretLinkUpdate($id: ID!, $input: SecretLinkInput!) {\n      payload: secretLinkUpdate(id: $id, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  ": types.SecretLinkUpdateDocument,
    "\n    mutation SecretLinkRevoke($id: ID!) {\n      payload: secretLinkRevoke(id: $id) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  ": types.SecretLinkRevokeDocument,
    "\n  fragment CampaignDeletion_campaign on EarlyAccessCampaign {\n    id\n    name\n    totalSignups\n  }\n": types.CampaignDeletion_CampaignFragmentDoc,
    "\n  mutation CampaignDelete($id: ID!) {\n    campaignDelete(id: $id) {\n      deletedCampaignId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.CampaignDeleteDocument,
    "\n  fragment CampaignDetails_campaign on EarlyAccessCampaign {\n    id\n    name\n    description\n    isActive\n    status\n    accessType\n    password\n    klaviyoListId\n    omnisendListId\n    startsAt\n    endsAt\n    productIds\n    collectionIds\n    products {\n      id\n      title\n      imageUrl\n    }\n    collections {\n      id\n      title\n      imageUrl\n    }\n    capacity\n    totalPasses\n    trustLevel\n    confirmWithinMinutes\n    isGuestListOnly\n    hasWaitingList\n    showsEmailFirst\n    consentText\n    accentColor\n    pictureUrl\n    texts {\n      name\n      text\n    }\n    ...CampaignNumbers_campaign\n    ...CampaignShare_campaign\n    ...AccessCodes_campaign\n    ...SecretLinks_campaign\n    ...CampaignDeletion_campaign\n  }\n": types.CampaignDetails_CampaignFragmentDoc,
    "\n  mutation CampaignDuplicate($id: ID!, $includeGuestList: Boolean!) {\n    campaignDuplicate(id: $id, includeGuestList: $includeGuestList) {\n      campaign {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.CampaignDuplicateDocument,
    "\n  query DuplicationGuests($id: ID!) {\n    campaign(id: $id) {\n      id\n      guestsCount\n    }\n  }\n": types.DuplicationGuestsDocument,
    "\n  fragment CampaignNumbers_campaign on EarlyAccessCampaign {\n    totalViews\n    totalSignups\n    conversionRate\n  }\n": types.CampaignNumbers_CampaignFragmentDoc,
    "\n  query CampaignPage($id: ID!) {\n    shop {\n      domain\n      timeZone\n    }\n    campaign(id: $id) {\n      id\n      name\n      ...CampaignDetails_campaign\n    }\n  }\n": types.CampaignPageDocument,
    "\n  fragment CampaignShare_campaign on EarlyAccessCampaign {\n    id\n    secretLink\n    hostedPageUrl\n    themePageUrl\n    embedSnippet\n    pinnedSnippet\n  }\n": types.CampaignShare_CampaignFragmentDoc,
    "\n  mutation SecretLinkRotate($campaignId: ID!) {\n    secretLinkRotate(campaignId: $campaignId) {\n      campaign {\n        id\n        ...CampaignShare_campaign\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.SecretLinkRotateDocument,
    "\n  query CampaignSignups($id: ID!, $first: Int!, $after: String) {\n    campaign(id: $id) {\n      id\n      signups(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          email\n          firstName\n          lastName\n          acceptsMarketing\n          createdAt\n          receipts {\n            destination\n            state\n            reason\n            attempts\n            acceptedAt\n          }\n        }\n      }\n    }\n  }\n": types.CampaignSignupsDocument,
    "\n  mutation SignupDelete($id: ID!) {\n    signupDelete(id: $id) {\n      deletedSignupId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.SignupDeleteDocument,
    "\n  mutation CampaignActivate($id: ID!) {\n    campaignActivate(id: $id) {\n      campaign {\n        id\n        isActive\n        status\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.CampaignActivateDocument,
    "\n  mutation CampaignPause($id: ID!) {\n    campaignPause(id: $id) {\n      campaign {\n        id\n        isActive\n        status\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.CampaignPauseDocument,
    "\n  mutation CampaignUpdate($id: ID!, $input: CampaignUpdateInput!) {\n    campaignUpdate(id: $id, input: $input) {\n      campaign {\n        id\n        ...CampaignDetails_campaign\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.CampaignUpdateDocument,
    "\n  mutation GuestListClear($campaignId: ID!) {\n    guestListClear(campaignId: $campaignId) {\n      campaign {\n        id\n        guestsCount\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.GuestListClearDocument,
    "\n  query GuestList($id: ID!) {\n    campaign(id: $id) {\n      id\n      guestsCount\n    }\n  }\n": types.GuestListDocument,
    "\n  mutation GuestRemove($campaignId: ID!, $email: String!) {\n    guestRemove(campaignId: $campaignId, email: $email) {\n      campaign {\n        id\n        guestsCount\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.GuestRemoveDocument,
    "\n  query Guests($id: ID!, $first: Int!, $after: String, $query: String) {\n    campaign(id: $id) {\n      id\n      guests(first: $first, after: $after, query: $query) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          email\n          addedAt\n        }\n      }\n    }\n  }\n": types.GuestsDocument,
    "\n  mutation WaitingListEntryRemove($id: ID!) {\n    waitingListEntryRemove(id: $id) {\n      removedWaitingListEntryId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.WaitingListEntryRemoveDocument,
    "\n  mutation WaitingListAdmit($campaignId: ID!, $ids: [ID!]!) {\n    waitingListAdmit(campaignId: $campaignId, ids: $ids) {\n      admittedCount\n      campaign {\n        id\n        guestsCount\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.WaitingListAdmitDocument,
    "\n  query WaitingList($id: ID!, $first: Int!, $after: String) {\n    campaign(id: $id) {\n      id\n      waitingList(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          email\n          createdAt\n        }\n      }\n    }\n  }\n": types.WaitingListDocument,
    "\n  mutation AccessPassRevoke($id: ID!) {\n    accessPassRevoke(id: $id) {\n      accessPass {\n        id\n        isRevoked\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.AccessPassRevokeDocument,
    "\n  mutation CampaignPassesRevoke($campaignId: ID!) {\n    campaignPassesRevoke(campaignId: $campaignId) {\n      campaign {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.CampaignPassesRevokeDocument,
    "\n  query CampaignPasses($id: ID!, $first: Int!, $after: String) {\n    campaign(id: $id) {\n      id\n      passes(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          issuedAt\n          expiresAt\n          isRevoked\n          signup {\n            id\n            email\n          }\n          accessCode {\n            id\n            name\n            revokedAt\n          }\n          secretLink {\n            id\n            name\n            revokedAt\n          }\n        }\n      }\n    }\n  }\n": types.CampaignPassesDocument,
    "\n  query CollectionPicker($query: String) {\n    collections(first: 30, query: $query) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        id\n        title\n        imageUrl\n        productsCount\n      }\n    }\n  }\n": types.CollectionPickerDocument,
    "\n  query ProductPicker($query: String) {\n    products(first: 30, query: $query) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        id\n        title\n        imageUrl\n        price {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n": types.ProductPickerDocument,
    "\n  mutation SyncBackfill($campaignId: ID!, $destination: Destination!) {\n    syncBackfill(campaignId: $campaignId, destination: $destination) {\n      count\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.SyncBackfillDocument,
    "\n  fragment ReceiptHistory_receipt on Receipt {\n    destination\n    state\n    reason\n    detail\n    contactId\n    dueAt\n    history {\n      at\n      event\n      detail\n    }\n  }\n": types.ReceiptHistory_ReceiptFragmentDoc,
    "\n  query SignupHistory($campaignId: ID!, $email: String!) {\n    signups(first: 10, campaignId: $campaignId, query: $email) {\n      nodes {\n        id\n        receipts {\n          ...ReceiptHistory_receipt\n        }\n      }\n    }\n  }\n": types.SignupHistoryDocument,
    "\n  query CampaignSync($id: ID!) {\n    campaign(id: $id) {\n      id\n      sync {\n        destination\n        audience\n        audienceName\n        audienceExists\n        optIn\n        connection {\n          ...Connection_connection\n        }\n        summary {\n          ...SyncSummary_summary\n        }\n      }\n    }\n  }\n": types.CampaignSyncDocument,
    "\n  mutation CampaignCreate($input: CampaignCreateInput!) {\n    campaignCreate(input: $input) {\n      campaign {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.CampaignCreateDocument,
    "\n  query CatalogPage($first: Int!, $after: String, $query: String) {\n    products(first: $first, after: $after, query: $query) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        ...ProductTable_product\n      }\n    }\n  }\n": types.CatalogPageDocument,
    "\n  fragment ProductTable_product on Product {\n    id\n    title\n    vendor\n    status\n    imageUrl\n    variantsCount\n    totalInventory\n    price {\n      amount\n      currencyCode\n    }\n  }\n": types.ProductTable_ProductFragmentDoc,
    "\n  mutation ConnectionTest($destination: Destination!) {\n    connectionTest(destination: $destination) {\n      connection {\n        ...Connection_connection\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.ConnectionTestDocument,
    "\n  query ConnectionAlerts {\n    connections {\n      ...Connection_connection\n    }\n  }\n": types.ConnectionAlertsDocument,
    "\n  query Connections {\n    connections {\n      ...Connection_connection\n      sync {\n        ...SyncSummary_summary\n      }\n    }\n  }\n": types.ConnectionsDocument,
    "\n  mutation ConnectionDelete($destination: Destination!) {\n    connectionDelete(destination: $destination) {\n      deletedConnectionId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.ConnectionDeleteDocument,
    "\n  fragment Connection_connection on Connection {\n    id\n    destination\n    status\n    problem\n    problemDetail\n    accountName\n    keyEnding\n    sendsWithoutConsent\n    sendsEvent\n    sendsWelcomeMessage\n    connectedAt\n    lastAnswerAt\n    lastAnswer\n    retryAt\n    removalsWaiting\n    removalsParked\n  }\n": types.Connection_ConnectionFragmentDoc,
    "\n  mutation ConnectionSave($input: ConnectionSaveInput!) {\n    connectionSave(input: $input) {\n      connection {\n        ...Connection_connection\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.ConnectionSaveDocument,
    "\n  query ApiTokens($first: Int!, $after: String) {\n    apiTokens(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        scopes\n        createdAt\n        lastUsedAt\n        revokedAt\n      }\n    }\n  }\n": types.ApiTokensDocument,
    "\n  mutation ApiTokenCreate($input: ApiTokenCreateInput!) {\n    apiTokenCreate(input: $input) {\n      apiToken {\n        id\n      }\n      token\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.ApiTokenCreateDocument,
    "\n  mutation ApiTokenRevoke($id: ID!) {\n    apiTokenRevoke(id: $id) {\n      apiToken {\n        id\n        revokedAt\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.ApiTokenRevokeDocument,
    "\n  query SettingsPage {\n    shop {\n      domain\n      name\n      currencyCode\n      timeZone\n    }\n  }\n": types.SettingsPageDocument,
    "\n  fragment SyncSummary_summary on SyncSummary {\n    total\n    waiting\n    sending\n    accepted\n    awaitingConfirmation\n    onList\n    skipped\n    failed\n    parked\n    oldestWaitingSince\n    unsent\n    lastAnswer\n    lastAnswerAt\n    reasons {\n      state\n      reason\n      count\n    }\n  }\n": types.SyncSummary_SummaryFragmentDoc,
    "\n  mutation SyncRetry($input: SyncRetryInput!) {\n    syncRetry(input: $input) {\n      count\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n": types.SyncRetryDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ShopName { shop { name } }"): (typeof documents)["query ShopName { shop { name } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CampaignTable_campaign on EarlyAccessCampaign {\n    id\n    name\n    status\n    accessType\n    totalViews\n    totalSignups\n    conversionRate\n    createdAt\n  }\n"): (typeof documents)["\n  fragment CampaignTable_campaign on EarlyAccessCampaign {\n    id\n    name\n    status\n    accessType\n    totalViews\n    totalSignups\n    conversionRate\n    createdAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CampaignsPage($first: Int!, $after: String, $query: String, $sortKey: CampaignSortKey!) {\n    shop {\n      domain\n      timeZone\n    }\n    campaigns(first: $first, after: $after, query: $query, sortKey: $sortKey) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        ...CampaignTable_campaign\n      }\n    }\n  }\n"): (typeof documents)["\n  query CampaignsPage($first: Int!, $after: String, $query: String, $sortKey: CampaignSortKey!) {\n    shop {\n      domain\n      timeZone\n    }\n    campaigns(first: $first, after: $after, query: $query, sortKey: $sortKey) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        ...CampaignTable_campaign\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KlaviyoLists($query: String, $after: String) {\n    connections {\n      id\n      destination\n      audiences(query: $query, after: $after) {\n        audiences {\n          id\n          name\n          optIn\n        }\n        next\n        problem\n      }\n    }\n  }\n"): (typeof documents)["\n  query KlaviyoLists($query: String, $after: String) {\n    connections {\n      id\n      destination\n      audiences(query: $query, after: $after) {\n        audiences {\n          id\n          name\n          optIn\n        }\n        next\n        problem\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccessCodes_campaign on EarlyAccessCampaign {\n    id\n    name\n    accessCodes {\n      id\n      name\n      code\n      maxUses\n      totalUses\n      expiresAt\n      revokedAt\n    }\n  }\n"): (typeof documents)["\n  fragment AccessCodes_campaign on EarlyAccessCampaign {\n    id\n    name\n    accessCodes {\n      id\n      name\n      code\n      maxUses\n      totalUses\n      expiresAt\n      revokedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AccessCodeCreate($campaignId: ID!, $input: AccessCodeInput!) {\n      payload: accessCodeCreate(campaignId: $campaignId, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation AccessCodeCreate($campaignId: ID!, $input: AccessCodeInput!) {\n      payload: accessCodeCreate(campaignId: $campaignId, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AccessCodeUpdate($id: ID!, $input: AccessCodeInput!) {\n      payload: accessCodeUpdate(id: $id, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation AccessCodeUpdate($id: ID!, $input: AccessCodeInput!) {\n      payload: accessCodeUpdate(id: $id, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AccessCodeRevoke($id: ID!) {\n      payload: accessCodeRevoke(id: $id) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation AccessCodeRevoke($id: ID!) {\n      payload: accessCodeRevoke(id: $id) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SecretLinks_campaign on EarlyAccessCampaign {\n    id\n    accessType\n    secretLinks {\n      id\n      name\n      hostedPageUrl\n      maxUses\n      totalUses\n      expiresAt\n      revokedAt\n    }\n  }\n"): (typeof documents)["\n  fragment SecretLinks_campaign on EarlyAccessCampaign {\n    id\n    accessType\n    secretLinks {\n      id\n      name\n      hostedPageUrl\n      maxUses\n      totalUses\n      expiresAt\n      revokedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SecretLinkCreate($campaignId: ID!, $input: SecretLinkInput!) {\n      payload: secretLinkCreate(campaignId: $campaignId, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation SecretLinkCreate($campaignId: ID!, $input: SecretLinkInput!) {\n      payload: secretLinkCreate(campaignId: $campaignId, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SecretLinkUpdate($id: ID!, $input: SecretLinkInput!) {\n      payload: secretLinkUpdate(id: $id, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation SecretLinkUpdate($id: ID!, $input: SecretLinkInput!) {\n      payload: secretLinkUpdate(id: $id, input: $input) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SecretLinkRevoke($id: ID!) {\n      payload: secretLinkRevoke(id: $id) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation SecretLinkRevoke($id: ID!) {\n      payload: secretLinkRevoke(id: $id) {\n        userErrors {\n          field\n          message\n          code\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CampaignDeletion_campaign on EarlyAccessCampaign {\n    id\n    name\n    totalSignups\n  }\n"): (typeof documents)["\n  fragment CampaignDeletion_campaign on EarlyAccessCampaign {\n    id\n    name\n    totalSignups\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CampaignDelete($id: ID!) {\n    campaignDelete(id: $id) {\n      deletedCampaignId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CampaignDelete($id: ID!) {\n    campaignDelete(id: $id) {\n      deletedCampaignId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CampaignDetails_campaign on EarlyAccessCampaign {\n    id\n    name\n    description\n    isActive\n    status\n    accessType\n    password\n    klaviyoListId\n    omnisendListId\n    startsAt\n    endsAt\n    productIds\n    collectionIds\n    products {\n      id\n      title\n      imageUrl\n    }\n    collections {\n      id\n      title\n      imageUrl\n    }\n    capacity\n    totalPasses\n    trustLevel\n    confirmWithinMinutes\n    isGuestListOnly\n    hasWaitingList\n    showsEmailFirst\n    consentText\n    accentColor\n    pictureUrl\n    texts {\n      name\n      text\n    }\n    ...CampaignNumbers_campaign\n    ...CampaignShare_campaign\n    ...AccessCodes_campaign\n    ...SecretLinks_campaign\n    ...CampaignDeletion_campaign\n  }\n"): (typeof documents)["\n  fragment CampaignDetails_campaign on EarlyAccessCampaign {\n    id\n    name\n    description\n    isActive\n    status\n    accessType\n    password\n    klaviyoListId\n    omnisendListId\n    startsAt\n    endsAt\n    productIds\n    collectionIds\n    products {\n      id\n      title\n      imageUrl\n    }\n    collections {\n      id\n      title\n      imageUrl\n    }\n    capacity\n    totalPasses\n    trustLevel\n    confirmWithinMinutes\n    isGuestListOnly\n    hasWaitingList\n    showsEmailFirst\n    consentText\n    accentColor\n    pictureUrl\n    texts {\n      name\n      text\n    }\n    ...CampaignNumbers_campaign\n    ...CampaignShare_campaign\n    ...AccessCodes_campaign\n    ...SecretLinks_campaign\n    ...CampaignDeletion_campaign\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CampaignDuplicate($id: ID!, $includeGuestList: Boolean!) {\n    campaignDuplicate(id: $id, includeGuestList: $includeGuestList) {\n      campaign {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CampaignDuplicate($id: ID!, $includeGuestList: Boolean!) {\n    campaignDuplicate(id: $id, includeGuestList: $includeGuestList) {\n      campaign {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DuplicationGuests($id: ID!) {\n    campaign(id: $id) {\n      id\n      guestsCount\n    }\n  }\n"): (typeof documents)["\n  query DuplicationGuests($id: ID!) {\n    campaign(id: $id) {\n      id\n      guestsCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CampaignNumbers_campaign on EarlyAccessCampaign {\n    totalViews\n    totalSignups\n    conversionRate\n  }\n"): (typeof documents)["\n  fragment CampaignNumbers_campaign on EarlyAccessCampaign {\n    totalViews\n    totalSignups\n    conversionRate\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CampaignPage($id: ID!) {\n    shop {\n      domain\n      timeZone\n    }\n    campaign(id: $id) {\n      id\n      name\n      ...CampaignDetails_campaign\n    }\n  }\n"): (typeof documents)["\n  query CampaignPage($id: ID!) {\n    shop {\n      domain\n      timeZone\n    }\n    campaign(id: $id) {\n      id\n      name\n      ...CampaignDetails_campaign\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CampaignShare_campaign on EarlyAccessCampaign {\n    id\n    secretLink\n    hostedPageUrl\n    themePageUrl\n    embedSnippet\n    pinnedSnippet\n  }\n"): (typeof documents)["\n  fragment CampaignShare_campaign on EarlyAccessCampaign {\n    id\n    secretLink\n    hostedPageUrl\n    themePageUrl\n    embedSnippet\n    pinnedSnippet\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SecretLinkRotate($campaignId: ID!) {\n    secretLinkRotate(campaignId: $campaignId) {\n      campaign {\n        id\n        ...CampaignShare_campaign\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SecretLinkRotate($campaignId: ID!) {\n    secretLinkRotate(campaignId: $campaignId) {\n      campaign {\n        id\n        ...CampaignShare_campaign\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CampaignSignups($id: ID!, $first: Int!, $after: String) {\n    campaign(id: $id) {\n      id\n      signups(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          email\n          firstName\n          lastName\n          acceptsMarketing\n          createdAt\n          receipts {\n            destination\n            state\n            reason\n            attempts\n            acceptedAt\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CampaignSignups($id: ID!, $first: Int!, $after: String) {\n    campaign(id: $id) {\n      id\n      signups(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          email\n          firstName\n          lastName\n          acceptsMarketing\n          createdAt\n          receipts {\n            destination\n            state\n            reason\n            attempts\n            acceptedAt\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignupDelete($id: ID!) {\n    signupDelete(id: $id) {\n      deletedSignupId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignupDelete($id: ID!) {\n    signupDelete(id: $id) {\n      deletedSignupId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CampaignActivate($id: ID!) {\n    campaignActivate(id: $id) {\n      campaign {\n        id\n        isActive\n        status\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CampaignActivate($id: ID!) {\n    campaignActivate(id: $id) {\n      campaign {\n        id\n        isActive\n        status\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CampaignPause($id: ID!) {\n    campaignPause(id: $id) {\n      campaign {\n        id\n        isActive\n        status\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CampaignPause($id: ID!) {\n    campaignPause(id: $id) {\n      campaign {\n        id\n        isActive\n        status\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CampaignUpdate($id: ID!, $input: CampaignUpdateInput!) {\n    campaignUpdate(id: $id, input: $input) {\n      campaign {\n        id\n        ...CampaignDetails_campaign\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CampaignUpdate($id: ID!, $input: CampaignUpdateInput!) {\n    campaignUpdate(id: $id, input: $input) {\n      campaign {\n        id\n        ...CampaignDetails_campaign\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GuestListClear($campaignId: ID!) {\n    guestListClear(campaignId: $campaignId) {\n      campaign {\n        id\n        guestsCount\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation GuestListClear($campaignId: ID!) {\n    guestListClear(campaignId: $campaignId) {\n      campaign {\n        id\n        guestsCount\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GuestList($id: ID!) {\n    campaign(id: $id) {\n      id\n      guestsCount\n    }\n  }\n"): (typeof documents)["\n  query GuestList($id: ID!) {\n    campaign(id: $id) {\n      id\n      guestsCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GuestRemove($campaignId: ID!, $email: String!) {\n    guestRemove(campaignId: $campaignId, email: $email) {\n      campaign {\n        id\n        guestsCount\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation GuestRemove($campaignId: ID!, $email: String!) {\n    guestRemove(campaignId: $campaignId, email: $email) {\n      campaign {\n        id\n        guestsCount\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Guests($id: ID!, $first: Int!, $after: String, $query: String) {\n    campaign(id: $id) {\n      id\n      guests(first: $first, after: $after, query: $query) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          email\n          addedAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Guests($id: ID!, $first: Int!, $after: String, $query: String) {\n    campaign(id: $id) {\n      id\n      guests(first: $first, after: $after, query: $query) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          email\n          addedAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WaitingListEntryRemove($id: ID!) {\n    waitingListEntryRemove(id: $id) {\n      removedWaitingListEntryId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WaitingListEntryRemove($id: ID!) {\n    waitingListEntryRemove(id: $id) {\n      removedWaitingListEntryId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WaitingListAdmit($campaignId: ID!, $ids: [ID!]!) {\n    waitingListAdmit(campaignId: $campaignId, ids: $ids) {\n      admittedCount\n      campaign {\n        id\n        guestsCount\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WaitingListAdmit($campaignId: ID!, $ids: [ID!]!) {\n    waitingListAdmit(campaignId: $campaignId, ids: $ids) {\n      admittedCount\n      campaign {\n        id\n        guestsCount\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WaitingList($id: ID!, $first: Int!, $after: String) {\n    campaign(id: $id) {\n      id\n      waitingList(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          email\n          createdAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WaitingList($id: ID!, $first: Int!, $after: String) {\n    campaign(id: $id) {\n      id\n      waitingList(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          email\n          createdAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccessPassRevoke($id: ID!) {\n    accessPassRevoke(id: $id) {\n      accessPass {\n        id\n        isRevoked\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AccessPassRevoke($id: ID!) {\n    accessPassRevoke(id: $id) {\n      accessPass {\n        id\n        isRevoked\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CampaignPassesRevoke($campaignId: ID!) {\n    campaignPassesRevoke(campaignId: $campaignId) {\n      campaign {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CampaignPassesRevoke($campaignId: ID!) {\n    campaignPassesRevoke(campaignId: $campaignId) {\n      campaign {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CampaignPasses($id: ID!, $first: Int!, $after: String) {\n    campaign(id: $id) {\n      id\n      passes(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          issuedAt\n          expiresAt\n          isRevoked\n          signup {\n            id\n            email\n          }\n          accessCode {\n            id\n            name\n            revokedAt\n          }\n          secretLink {\n            id\n            name\n            revokedAt\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CampaignPasses($id: ID!, $first: Int!, $after: String) {\n    campaign(id: $id) {\n      id\n      passes(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          issuedAt\n          expiresAt\n          isRevoked\n          signup {\n            id\n            email\n          }\n          accessCode {\n            id\n            name\n            revokedAt\n          }\n          secretLink {\n            id\n            name\n            revokedAt\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CollectionPicker($query: String) {\n    collections(first: 30, query: $query) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        id\n        title\n        imageUrl\n        productsCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query CollectionPicker($query: String) {\n    collections(first: 30, query: $query) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        id\n        title\n        imageUrl\n        productsCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProductPicker($query: String) {\n    products(first: 30, query: $query) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        id\n        title\n        imageUrl\n        price {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ProductPicker($query: String) {\n    products(first: 30, query: $query) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        id\n        title\n        imageUrl\n        price {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncBackfill($campaignId: ID!, $destination: Destination!) {\n    syncBackfill(campaignId: $campaignId, destination: $destination) {\n      count\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncBackfill($campaignId: ID!, $destination: Destination!) {\n    syncBackfill(campaignId: $campaignId, destination: $destination) {\n      count\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReceiptHistory_receipt on Receipt {\n    destination\n    state\n    reason\n    detail\n    contactId\n    dueAt\n    history {\n      at\n      event\n      detail\n    }\n  }\n"): (typeof documents)["\n  fragment ReceiptHistory_receipt on Receipt {\n    destination\n    state\n    reason\n    detail\n    contactId\n    dueAt\n    history {\n      at\n      event\n      detail\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignupHistory($campaignId: ID!, $email: String!) {\n    signups(first: 10, campaignId: $campaignId, query: $email) {\n      nodes {\n        id\n        receipts {\n          ...ReceiptHistory_receipt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SignupHistory($campaignId: ID!, $email: String!) {\n    signups(first: 10, campaignId: $campaignId, query: $email) {\n      nodes {\n        id\n        receipts {\n          ...ReceiptHistory_receipt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CampaignSync($id: ID!) {\n    campaign(id: $id) {\n      id\n      sync {\n        destination\n        audience\n        audienceName\n        audienceExists\n        optIn\n        connection {\n          ...Connection_connection\n        }\n        summary {\n          ...SyncSummary_summary\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CampaignSync($id: ID!) {\n    campaign(id: $id) {\n      id\n      sync {\n        destination\n        audience\n        audienceName\n        audienceExists\n        optIn\n        connection {\n          ...Connection_connection\n        }\n        summary {\n          ...SyncSummary_summary\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CampaignCreate($input: CampaignCreateInput!) {\n    campaignCreate(input: $input) {\n      campaign {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CampaignCreate($input: CampaignCreateInput!) {\n    campaignCreate(input: $input) {\n      campaign {\n        id\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CatalogPage($first: Int!, $after: String, $query: String) {\n    products(first: $first, after: $after, query: $query) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        ...ProductTable_product\n      }\n    }\n  }\n"): (typeof documents)["\n  query CatalogPage($first: Int!, $after: String, $query: String) {\n    products(first: $first, after: $after, query: $query) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        ...ProductTable_product\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProductTable_product on Product {\n    id\n    title\n    vendor\n    status\n    imageUrl\n    variantsCount\n    totalInventory\n    price {\n      amount\n      currencyCode\n    }\n  }\n"): (typeof documents)["\n  fragment ProductTable_product on Product {\n    id\n    title\n    vendor\n    status\n    imageUrl\n    variantsCount\n    totalInventory\n    price {\n      amount\n      currencyCode\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectionTest($destination: Destination!) {\n    connectionTest(destination: $destination) {\n      connection {\n        ...Connection_connection\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConnectionTest($destination: Destination!) {\n    connectionTest(destination: $destination) {\n      connection {\n        ...Connection_connection\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConnectionAlerts {\n    connections {\n      ...Connection_connection\n    }\n  }\n"): (typeof documents)["\n  query ConnectionAlerts {\n    connections {\n      ...Connection_connection\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Connections {\n    connections {\n      ...Connection_connection\n      sync {\n        ...SyncSummary_summary\n      }\n    }\n  }\n"): (typeof documents)["\n  query Connections {\n    connections {\n      ...Connection_connection\n      sync {\n        ...SyncSummary_summary\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectionDelete($destination: Destination!) {\n    connectionDelete(destination: $destination) {\n      deletedConnectionId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConnectionDelete($destination: Destination!) {\n    connectionDelete(destination: $destination) {\n      deletedConnectionId\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Connection_connection on Connection {\n    id\n    destination\n    status\n    problem\n    problemDetail\n    accountName\n    keyEnding\n    sendsWithoutConsent\n    sendsEvent\n    sendsWelcomeMessage\n    connectedAt\n    lastAnswerAt\n    lastAnswer\n    retryAt\n    removalsWaiting\n    removalsParked\n  }\n"): (typeof documents)["\n  fragment Connection_connection on Connection {\n    id\n    destination\n    status\n    problem\n    problemDetail\n    accountName\n    keyEnding\n    sendsWithoutConsent\n    sendsEvent\n    sendsWelcomeMessage\n    connectedAt\n    lastAnswerAt\n    lastAnswer\n    retryAt\n    removalsWaiting\n    removalsParked\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConnectionSave($input: ConnectionSaveInput!) {\n    connectionSave(input: $input) {\n      connection {\n        ...Connection_connection\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConnectionSave($input: ConnectionSaveInput!) {\n    connectionSave(input: $input) {\n      connection {\n        ...Connection_connection\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiTokens($first: Int!, $after: String) {\n    apiTokens(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        scopes\n        createdAt\n        lastUsedAt\n        revokedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query ApiTokens($first: Int!, $after: String) {\n    apiTokens(first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n        scopes\n        createdAt\n        lastUsedAt\n        revokedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApiTokenCreate($input: ApiTokenCreateInput!) {\n    apiTokenCreate(input: $input) {\n      apiToken {\n        id\n      }\n      token\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ApiTokenCreate($input: ApiTokenCreateInput!) {\n    apiTokenCreate(input: $input) {\n      apiToken {\n        id\n      }\n      token\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApiTokenRevoke($id: ID!) {\n    apiTokenRevoke(id: $id) {\n      apiToken {\n        id\n        revokedAt\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ApiTokenRevoke($id: ID!) {\n    apiTokenRevoke(id: $id) {\n      apiToken {\n        id\n        revokedAt\n      }\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SettingsPage {\n    shop {\n      domain\n      name\n      currencyCode\n      timeZone\n    }\n  }\n"): (typeof documents)["\n  query SettingsPage {\n    shop {\n      domain\n      name\n      currencyCode\n      timeZone\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SyncSummary_summary on SyncSummary {\n    total\n    waiting\n    sending\n    accepted\n    awaitingConfirmation\n    onList\n    skipped\n    failed\n    parked\n    oldestWaitingSince\n    unsent\n    lastAnswer\n    lastAnswerAt\n    reasons {\n      state\n      reason\n      count\n    }\n  }\n"): (typeof documents)["\n  fragment SyncSummary_summary on SyncSummary {\n    total\n    waiting\n    sending\n    accepted\n    awaitingConfirmation\n    onList\n    skipped\n    failed\n    parked\n    oldestWaitingSince\n    unsent\n    lastAnswer\n    lastAnswerAt\n    reasons {\n      state\n      reason\n      count\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SyncRetry($input: SyncRetryInput!) {\n    syncRetry(input: $input) {\n      count\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SyncRetry($input: SyncRetryInput!) {\n    syncRetry(input: $input) {\n      count\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;
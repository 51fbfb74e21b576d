import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { texts } from './texts/texts.ts';

// Each section's script is loaded when it is first opened.
const Home = lazy(async () => ({ default: (await import('./home/HomePage.tsx')).HomePage }));
const Campaigns = lazy(async () => ({ default: (await import('./campaigns/CampaignsPage.tsx')).CampaignsPage }));
const Campaign = lazy(async () => ({ default: (await import('./campaigns/details/CampaignPage.tsx')).CampaignPage }));
const CampaignAnalytics = lazy(async () => ({
  default: (await import('./analytics/CampaignAnalyticsPage.tsx')).CampaignAnalyticsPage,
}));
const ShopAnalytics = lazy(async () => ({
  default: (await import('./analytics/ShopAnalyticsPage.tsx')).ShopAnalyticsPage,
}));
const CampaignHappenings = lazy(async () => ({
  default: (await import('./analytics/CampaignHappeningsPage.tsx')).CampaignHappeningsPage,
}));
const CampaignOrders = lazy(async () => ({
  default: (await import('./analytics/CampaignOrdersPage.tsx')).CampaignOrdersPage,
}));
const ShopHappenings = lazy(async () => ({
  default: (await import('./analytics/ShopHappeningsPage.tsx')).ShopHappeningsPage,
}));
const Live = lazy(async () => ({ default: (await import('./analytics/LivePage.tsx')).LivePage }));
const Why = lazy(async () => ({ default: (await import('./campaigns/why/WhyPage.tsx')).WhyPage }));
const Signups = lazy(async () => ({ default: (await import('./signups/SignupsPage.tsx')).SignupsPage }));
const Signup = lazy(async () => ({ default: (await import('./signups/SignupPage.tsx')).SignupPage }));
const Catalog = lazy(async () => ({ default: (await import('./catalog/CatalogPage.tsx')).CatalogPage }));
const Settings = lazy(async () => ({ default: (await import('./settings/SettingsPage.tsx')).SettingsPage }));
const NewCampaigns = lazy(async () => ({
  default: (await import('./settings/NewCampaignsPage.tsx')).NewCampaignsPage,
}));
const MissingPage = lazy(async () => ({ default: (await import('./ui/MissingPage.tsx')).MissingPage }));

/** Every page of the admin, one line each. */
export function Pages() {
  return (
    <Routes>
      <Route index element={<Home />} />
      <Route path="campaigns" element={<Campaigns />} />
      <Route path="campaigns/:id" element={<Campaign />} />
      <Route path="campaigns/:id/analytics" element={<CampaignAnalytics />} />
      <Route path="campaigns/:id/analytics/rows" element={<CampaignHappenings />} />
      <Route path="campaigns/:id/analytics/orders" element={<CampaignOrders />} />
      <Route path="campaigns/:id/live-view" element={<Live />} />
      <Route path="campaigns/:id/why" element={<Why />} />
      <Route path="signups" element={<Signups />} />
      <Route path="signups/:id" element={<Signup />} />
      <Route path="analytics" element={<ShopAnalytics />} />
      <Route path="analytics/rows" element={<ShopHappenings />} />
      <Route path="catalog" element={<Catalog />} />
      <Route path="settings" element={<Settings />} />
      <Route path="settings/new-campaigns" element={<NewCampaigns />} />
      <Route path="*" element={<MissingPage title={texts.problem.notFoundTitle} body={texts.problem.notFound} />} />
    </Routes>
  );
}

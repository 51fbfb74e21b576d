import { useState } from 'react';
import { Link } from 'react-router';
import { campaignListTexts } from '../texts/campaign-list-texts.ts';
import { XSmallIcon } from '../ui/icons.ts';
import { Button } from '../ui/polaris.ts';
import type { ListPlace } from './list-place.ts';
import { viewAround, viewAt, viewSearchOf } from './list-views.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import { useListViews } from './useListViews.ts';

const words = campaignListTexts.views;

interface CampaignViewsProps {
  place: ListPlace;
  /** The shop's domain; undefined until it is known. */
  shop: string | undefined;
}

/** The views of the list: ours for every shop, then the merchant's own. Each is a link, so that it can be sent and opened in another tab. */
export function CampaignViews({ place, shop }: CampaignViewsProps) {
  const { views, save, remove } = useListViews(shop);
  const [isSaving, setSaving] = useState(false);
  const shown = viewAround(place, views);
  const isNew = viewAt(place, views) === undefined;
  return (
    <nav className="views" aria-label={words.label}>
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <Link to={{ search: view.search }} aria-current={view === shown ? 'page' : undefined}>
              {view.name}
            </Link>
            {view.isOwn && view === shown && (
              <Button
                variant="tertiary"
                icon={XSmallIcon}
                accessibilityLabel={words.remove(view.name)}
                onClick={() => remove(view)}
              />
            )}
          </li>
        ))}
      </ul>
      {isNew && shop !== undefined && (
        <Button variant="plain" onClick={() => setSaving(true)}>
          {words.save}
        </Button>
      )}
      {isSaving && (
        <SaveViewDialog
          taken={views.map(({ name }) => name)}
          onSave={(name) => save(name, viewSearchOf(place))}
          onClose={() => setSaving(false)}
        />
      )}
    </nav>
  );
}

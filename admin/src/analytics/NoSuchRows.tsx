import { analyticsTexts } from '../texts/analytics-texts.ts';
import { texts } from '../texts/texts.ts';
import { MissingPage } from '../ui/MissingPage.tsx';

/** An address that asks for rows of which there are none. */
export function NoSuchRows() {
  return <MissingPage title={texts.problem.notFoundTitle} body={analyticsTexts.happenings.badAddress} />;
}

import { html, type TemplateResult } from 'lit';
import type { GateCampaign } from './gate-api.ts';
import { slotted } from './gate-text.ts';
import type { Wording } from './wording.ts';

const longestLineBytes = 75;
const keptMs = 60_000;
/** An event without an end still has to end somewhere in a calendar. */
const usualLengthMs = 3_600_000;

/** What a calendar needs to remember the start of a campaign: iCalendar, RFC 5545. `page` is where the gate stands. */
export function calendarEntry(campaign: GateCampaign, startsAt: string, page: string): string {
  const endsAt = campaign.endsAt ?? new Date(Date.parse(startsAt) + usualLengthMs).toISOString();
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//VIP Early Access Pass//vip-gate//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(campaign.id)}@vip-gate`,
    `DTSTAMP:${stamp(campaign.serverTime)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(`${campaign.name} – ${campaign.shopName}`)}`,
    `URL:${page}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return lines.map(folded).join('\r\n');
}

/** The button that gives the entry to the visitor's calendar. */
export function calendarButton(campaign: GateCampaign, startsAt: string, wording: Wording): TemplateResult {
  const save = () => {
    const page = location.origin + location.pathname;
    const entry = new Blob([calendarEntry(campaign, startsAt, page)], { type: 'text/calendar;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(entry);
    link.download = 'early-access.ics';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), keptMs);
  };
  return html`<button class="plain" part="button" type="button" @click=${save}>${slotted(wording, 'calendar')}</button>`;
}

function stamp(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, '\\n');
}

/** No line is longer than the standard allows, counted in bytes, and no character is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let length = 0;
  return Array.from(line, (character) => {
    const bytes = encoder.encode(character).length;
    length += bytes;
    if (length <= longestLineBytes) return character;
    length = 1 + bytes;
    return `\r\n ${character}`;
  }).join('');
}

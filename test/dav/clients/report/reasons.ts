/** Why Parley is not "full" where caldav-server-tester asks for more, by the name of the feature. */
export const REASONS: Readonly<Record<string, string>> = {
  'create-calendar.auto':
    'A calendar is made by MKCALENDAR, extended MKCOL or on the page; a wrong address is told, not filled.',
  'scheduling.schedule-tag.stable-partstat':
    'A PUT changes the tag, whoever sends it (RFC 6638 §3.2.10); it stays when answers of others come in.',
  'search.text.comp-type-optional':
    'Such a filter asks for a property of the VCALENDAR itself (RFC 4791 §9.7.1), where no title is.',
  'url.encode-at.identity':
    'Both spellings of an @ lead to the same object, so that no client loses it; answers spell it one way.',
};

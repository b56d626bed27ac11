/** Why Parley is not "full" where caldav-server-tester asks for more, by the name of the feature. */
export const REASONS: Readonly<Record<string, string>> = {
  'create-calendar.auto':
    'A calendar is made by MKCALENDAR or on the page; a wrong address is told, not filled.',
};

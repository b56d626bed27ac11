/** Events name the room, and times without a zone are the room's: the same bytes say something else when one of them changes. */
export const readsOtherwise = ({
  name,
  timezone,
}: {
  name?: string | null | undefined;
  timezone?: string | undefined;
}): boolean => name !== undefined || timezone !== undefined;

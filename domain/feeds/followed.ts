/** Whether a room's feed is looked at: there is one, and it is not paused. */
export const isFollowed = ({ maskedUrl, enabled }: { maskedUrl: string | null; enabled: boolean }): boolean =>
  maskedUrl !== null && enabled;

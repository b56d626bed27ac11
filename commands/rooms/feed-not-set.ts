/** The room follows no feed: none is set, or it is paused. */
export class FeedNotSet extends Error {
  constructor() {
    super('the room follows no feed');
    this.name = 'FeedNotSet';
  }
}

/** The member has as many event types as one may have. */
export class TooManyEventTypes extends Error {
  constructor() {
    super('the member has as many event types as one may have');
    this.name = 'TooManyEventTypes';
  }
}

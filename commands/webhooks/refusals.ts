/** The tenant has as many endpoints as it may have. */
export class TooManyEndpoints extends Error {
  constructor() {
    super('the tenant has as many endpoints as it may have');
    this.name = 'TooManyEndpoints';
  }
}

/** The endpoint is sent nothing until it is enabled again. */
export class EndpointIsDisabled extends Error {
  constructor() {
    super('the endpoint is disabled');
    this.name = 'EndpointIsDisabled';
  }
}

import type { Command } from 'commander';

/** The stories that are played and checked. */
export function addDemos(program: Command): void {
  const demo = program
    .command('demo')
    .description('play a whole story through the real doors and check every mail (npm run demo)')
    .action(async () => (await import('./commands/demo.ts')).demo());
  demo
    .command('meeting-of-four')
    .description('three who are required, one who is optional (npm run demo:meeting-of-four)')
    .action(async () => (await import('./commands/demo.ts')).demoMeetingOfFour());
  demo
    .command('booking')
    .description('two guests want the same time of a host (npm run demo:booking)')
    .action(async () => (await import('./commands/demo.ts')).demoBooking());
  demo
    .command('calendars')
    .description('two members and their calendar programs (npm run demo:calendars)')
    .action(async () => (await import('./commands/demo.ts')).demoCalendars());
  demo
    .command('rooms')
    .description('the story of a room that follows a calendar (npm run demo:rooms)')
    .action(async () => (await import('./commands/demo.ts')).demoRooms());
  demo
    .command('operator')
    .description('what breaks is seen and mended at /operator (npm run demo:operator)')
    .action(async () => (await import('./commands/demo.ts')).demoOperator());
}

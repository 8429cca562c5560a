/** Everything that goes wrong. */

import type { Scenario } from '../scenario.ts';
import { GATEWAY_SCENARIOS } from './gateway.ts';
import { MACHINE_SCENARIOS } from './machine.ts';
import { PACKET_SCENARIOS } from './packets.ts';
import { REST_SCENARIOS } from './rest.ts';
import { SIGNAL_SCENARIOS } from './signals.ts';

export const SCENARIOS: readonly Scenario[] = [
  ...GATEWAY_SCENARIOS,
  ...REST_SCENARIOS,
  ...PACKET_SCENARIOS,
  ...SIGNAL_SCENARIOS,
  ...MACHINE_SCENARIOS,
];

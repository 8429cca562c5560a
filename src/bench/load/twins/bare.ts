/** Program: the least that answers: ws, undici, and a constant reply. It never reconnects. */

import {
  GatewayDispatchEvents,
  GatewayOpcodes,
  InteractionType,
  type APIInteraction,
  type GatewayReceivePayload,
} from 'discord-api-types/v10';
import { request } from 'undici';
import { WebSocket } from 'ws';
import { createCallbacks } from './callbacks.ts';
import { API_URL, BOT_TOKEN, CHOICES, COMMANDS, INTENTS, REPLY } from './constant.ts';

const headers = { authorization: `Bot ${BOT_TOKEN}`, 'content-type': 'application/json' };
const post = createCallbacks(API_URL);
const { body } = await request(`${API_URL}/v10/gateway/bot`, { headers });
const { url } = (await body.json()) as { readonly url: string };
const socket = new WebSocket(`${url}?v=10&encoding=json`);
let sequence: number | null = null;

socket.on('message', (data: Buffer) => {
  const packet = JSON.parse(data.toString()) as GatewayReceivePayload;
  sequence = packet.s ?? sequence;
  switch (packet.op) {
    case GatewayOpcodes.Hello: {
      const properties = { os: 'linux', browser: 'bare', device: 'bare' };
      send(GatewayOpcodes.Identify, { token: BOT_TOKEN, intents: INTENTS, properties });
      setInterval(beat, packet.d.heartbeat_interval);
      return;
    }
    case GatewayOpcodes.Heartbeat:
      return beat();
    case GatewayOpcodes.Dispatch:
      if (packet.t === GatewayDispatchEvents.InteractionCreate) answer(packet.d);
      else if (packet.t === GatewayDispatchEvents.Ready) void register(packet.d.application.id);
      return;
    default:
  }
});

function answer(interaction: APIInteraction): void {
  void post(interaction, interaction.type === InteractionType.ApplicationCommandAutocomplete ? CHOICES : REPLY);
}

async function register(application: string): Promise<void> {
  const url = `${API_URL}/v10/applications/${application}/commands`;
  await (await request(url, { method: 'PUT', headers, body: JSON.stringify(COMMANDS) })).body.dump();
}

function beat(): void {
  send(GatewayOpcodes.Heartbeat, sequence);
}

function send(op: GatewayOpcodes, d: unknown): void {
  socket.send(JSON.stringify({ op, d }));
}

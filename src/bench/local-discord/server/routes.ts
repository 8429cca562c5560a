import { channelRoutes } from './channel-routes.ts';
import { gatewayUrl } from './gateway.ts';
import { problem, type Answer, type Handle } from './http.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { refusal, type Parts, type Route } from '../parts.ts';
import { guildPayload, memberPayload } from '../world/payloads.ts';
import { faultsOfCommands } from '../rules/validate.ts';
import { webhookRoutes } from './webhook-routes.ts';

const SESSIONS_A_DAY = 1_000;

/**
 * Answers every request: by its route, with 401 without the right token, with 404 where there is no
 * such route.
 */
export function createRoutes(parts: Parts, isTokenRefused: () => boolean): Handle {
  const routes = [
    ...interactionRoutes(parts),
    ...webhookRoutes(parts),
    ...channelRoutes(parts),
    ...commandRoutes(parts),
    ...selfRoutes(parts),
    ...guildRoutes(parts),
  ].map((route) => ({ route, parts: route.path.split('/') }));
  return (incoming) => {
    const { method, path } = incoming.request;
    const split = path.split('/');
    for (const { route, parts: pattern } of routes) {
      const params = route.method === method ? matched(pattern, split) : undefined;
      if (params === undefined) continue;
      if (!route.isOpen && (isTokenRefused() || incoming.authorization !== `Bot ${parts.settings.token}`)) {
        if (!isTokenRefused())
          parts.ledger.fault(
            'wrong token',
            `${method} ${path} with ${incoming.authorization === undefined ? 'no token' : 'a wrong token'}`,
          );
        return problem(401, 0, '401: Unauthorized');
      }
      return route.handle(params, incoming);
    }
    parts.ledger.fault('unknown route', `${method} ${path} is no route of this local Discord`);
    return problem(404, 0, '404: Not Found');
  };
}

function matched(pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== path.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const actual = path[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = actual;
    else if (part !== actual) return undefined;
  }
  return params;
}

function commandRoutes({ commands, ledger, world }: Parts): Route[] {
  const put = (scope: string, application: string | undefined, incoming: Parameters<Handle>[0]): Answer => {
    if (application !== world.applicationId) {
      ledger.fault('refused request', `commands of another application (${application}) were set`);
      return problem(403, 20012, 'You are not authorized to perform this action on this application');
    }
    const { body } = incoming.request;
    return (
      refusal(ledger, incoming, faultsOfCommands(body)) ?? {
        status: 200,
        body: commands.put(scope, body as Parameters<typeof commands.put>[1]).commands,
      }
    );
  };
  const list = (scope: string): Answer => ({
    status: 200,
    body: commands.registered.find((known) => known.scope === scope)?.commands ?? [],
  });
  const global = '/applications/:application/commands';
  const ofGuild = '/applications/:application/guilds/:guild/commands';
  return [
    { method: 'PUT', path: global, handle: ({ application }, incoming) => put('global', application, incoming) },
    { method: 'GET', path: global, handle: () => list('global') },
    {
      method: 'PUT',
      path: ofGuild,
      handle: ({ application, guild = '' }, incoming) =>
        world.guilds.get(guild)?.botIsMember
          ? put(guild, application, incoming)
          : problem(403, 50001, 'Missing Access'),
    },
    { method: 'GET', path: ofGuild, handle: ({ guild = '' }) => list(guild) },
  ];
}

function selfRoutes({ world, gateway, server, settings }: Parts): Route[] {
  const application = {
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    team: null,
    owner: world.person('Owner').user,
  };
  const sessions = () => ({
    total: SESSIONS_A_DAY,
    remaining: SESSIONS_A_DAY - gateway.seen.identifies,
    reset_after: 14_400_000,
    max_concurrency: settings.maxConcurrency,
  });
  return [
    {
      method: 'GET',
      path: '/gateway',
      isOpen: true,
      handle: () => ({ status: 200, body: { url: gatewayUrl(server) } }),
    },
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: () => ({
        status: 200,
        body: { url: gatewayUrl(server), shards: settings.shards, session_start_limit: sessions() },
      }),
    },
    { method: 'GET', path: '/users/@me', handle: () => ({ status: 200, body: world.bot }) },
    { method: 'GET', path: '/oauth2/applications/@me', handle: () => ({ status: 200, body: application }) },
    {
      method: 'GET',
      path: '/applications/@me',
      handle: () => ({ status: 200, body: { ...application, bot: world.bot } }),
    },
    {
      method: 'GET',
      path: '/users/:user',
      handle: ({ user = '' }) => {
        const found = world.userById(user);
        return found === undefined ? problem(404, 10013, 'Unknown User') : { status: 200, body: found };
      },
    },
  ];
}

function guildRoutes({ world }: Parts): Route[] {
  const withGuild = (id: string | undefined, then: (guild: ReturnType<typeof guildPayload>) => Answer): Answer => {
    const guild = world.guilds.get(id ?? '');
    return guild?.botIsMember ? then(guildPayload(world, guild)) : problem(404, 10004, 'Unknown Guild');
  };
  return [
    {
      method: 'GET',
      path: '/guilds/:guild',
      handle: ({ guild }) => withGuild(guild, (found) => ({ status: 200, body: found })),
    },
    {
      method: 'GET',
      path: '/guilds/:guild/channels',
      handle: ({ guild }) => withGuild(guild, ({ channels }) => ({ status: 200, body: channels })),
    },
    {
      method: 'GET',
      path: '/guilds/:guild/roles',
      handle: ({ guild }) => withGuild(guild, ({ roles }) => ({ status: 200, body: roles })),
    },
    {
      method: 'GET',
      path: '/guilds/:guild/members/:user',
      handle: ({ guild, user = '' }) =>
        withGuild(guild, ({ members }) => {
          const found = world.userById(user);
          if (user === world.bot.id) return { status: 200, body: members[0] };
          return found === undefined
            ? problem(404, 10007, 'Unknown Member')
            : { status: 200, body: memberPayload(found) };
        }),
    },
  ];
}

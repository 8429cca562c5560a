/** The handlers of all buttons and select menus. */

import type { ComponentKind } from '../custom-ids.ts';
import { browse } from './browse.ts';
import { choose } from './choose.ts';
import { cite } from './cite.ts';
import type { ComponentHandler } from './component-handler.ts';
import { context } from './context.ts';
import { deleteMessage } from './delete.ts';
import { page } from './page.ts';
import { post } from './post.ts';
import { related } from './related.ts';
import { share } from './share.ts';
import { topic } from './topic.ts';

export const COMPONENT_HANDLERS: Readonly<Record<ComponentKind, ComponentHandler>> = {
  choose,
  other: choose,
  page,
  context,
  cite,
  related,
  share,
  delete: deleteMessage,
  post,
  browse,
  topic,
};

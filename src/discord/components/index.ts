/** Every button and menu there is. */

import type { PressKind } from '../custom-ids.ts';
import { choose, page, share } from './answers.ts';
import { browse, topicPage } from './browse.ts';
import { cite } from './cite.ts';
import { context } from './context.ts';
import { remove } from './delete.ts';
import { post } from './post.ts';
import type { Press } from './component.ts';
import { related } from './related.ts';

export const HANDLERS: Readonly<Record<PressKind, Press>> = {
  choose,
  other: choose,
  page,
  context,
  related,
  cite,
  share,
  delete: remove,
  post,
  browse,
  topic: topicPage,
};

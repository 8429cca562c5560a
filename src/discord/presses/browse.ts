/** The presses of /browse: each turns the reader's own message into another view; a chosen question is answered beside it. */

import { readIndex } from '../custom-ids.ts';
import { topicList, topicView } from '../browse.ts';
import { replace } from '../responded.ts';
import type { Press } from './press.ts';

/** Back to the topics, or the topic that was chosen from them. */
export const browse: Press = ({ values: [id], app, wording }) => {
  if (id === undefined) return replace(topicList(app.published, wording));
  const topic = app.published.faq.topics.find((one) => one.id === id);
  return topic && replace(topicView(topic, 0, app.published, wording));
};

/** Another page of a topic. State: the topic's id and the page, from 0. */
export const topicPage: Press = ({ state: [id, number], app, wording }) => {
  const topic = app.published.faq.topics.find((one) => one.id === id);
  const page = readIndex(number);
  return topic && page !== undefined ? replace(topicView(topic, page, app.published, wording)) : undefined;
};

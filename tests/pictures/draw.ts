/**
 * A reply as an HTML page in the style of Discord's dark theme. `theme.css` has the styles;
 * `in-page.mjs` sets the page up in the browser.
 */

import { MessageFlags, type APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { BOT_AVATAR, READER_AVATAR } from './avatars.ts';
import { drawComponent, type Drawing } from './components.ts';
import { escapeHtml } from './html.ts';

/** The parts of a message that are drawn. */
export interface Drawable {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
}

/** Fixed, so that the same reply gives the same picture. */
const TIME = 'Today at 9:41 AM';

/** Where the browser finds the packages that Skyra's elements import. */
const IMPORTS = {
  lit: '/modules/lit/index.js',
  'lit/': '/modules/lit/',
  'lit-html': '/modules/lit-html/lit-html.js',
  'lit-html/': '/modules/lit-html/',
  'lit-element/': '/modules/lit-element/',
  '@lit/reactive-element': '/modules/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/modules/@lit/reactive-element/',
  '@lit/context': '/modules/@lit/context/index.js',
};

/**
 * @param command the slash command shown above the reply, without its slash
 * @throws Error for a component or Markdown that cannot be drawn
 */
export function drawPage(message: Drawable, command: string, drawing: Drawing): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Pullquote</title>
<link rel="stylesheet" href="/theme.css">
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module" src="/in-page.mjs"></script>
<template id="drawn">${drawMessage(message, command, drawing)}</template>
<main id="picture"></main>
</html>`;
}

function drawMessage({ flags, components }: Drawable, command: string, drawing: Drawing): string {
  const ephemeral = (flags & MessageFlags.Ephemeral) !== 0 ? ' ephemeral' : '';
  return `<discord-messages no-background>
<discord-message author="Pullquote" avatar="${escapeHtml(BOT_AVATAR)}" timestamp="${TIME}" bot${ephemeral}>
<discord-command slot="reply" author="Reader" avatar="${escapeHtml(READER_AVATAR)}" command="/${escapeHtml(command)}"></discord-command>
<div slot="components" class="components">${components.map((component) => drawComponent(component, drawing)).join('')}</div>
</discord-message>
</discord-messages>`;
}

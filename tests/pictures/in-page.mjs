// Runs in the browser, hence plain JavaScript: sets up Skyra's elements, shows the message, and
// tells what can be seen of it.

import '/modules/@skyra/discord-components-core/dist/components/discord-messages/DiscordMessages.js';
import '/modules/@skyra/discord-components-core/dist/components/discord-message/DiscordMessage.js';
import '/modules/@skyra/discord-components-core/dist/components/discord-command/DiscordCommand.js';
import '/modules/@skyra/discord-components-core/dist/components/discord-verified-author-tag/DiscordVerifiedAuthorTag.js';
import '/modules/@skyra/discord-components-core/dist/components/discord-action-row/DiscordActionRow.js';
import '/modules/@skyra/discord-components-core/dist/components/discord-button/DiscordButton.js';
import '/modules/@skyra/discord-components-core/dist/components/discord-quote/DiscordQuote.js';

/** Skyra's elements look like an older Discord. These styles, by element, bring them up to date. */
const TOUCH_UPS = {
  'discord-messages': `
    :host { border: 0; color: var(--words); font-family: var(--font); line-height: 22px }
    ::slotted(discord-message) { margin: 0 !important; padding: 12px 16px !important }
    @media (max-width: 480px) { ::slotted(discord-message) { padding: 10px !important } }`,
  'discord-message': `
    :host { color: var(--words); font-family: var(--font) }
    :host([ephemeral]) { background-color: var(--private) }
    .discord-author-avatar { margin-top: 2px }
    .discord-message-content { min-width: 0; line-height: 22px; padding: 0 }
    .discord-message-timestamp, .discord-message-ephemeral { color: var(--faint); font-size: 12px }
    .discord-message-ephemeral { margin-top: 6px; line-height: 18px }
    .discord-message-ephemeral .discord-message-ephemeral-link { color: var(--link) }
    @media (max-width: 480px) { .discord-author-avatar { margin-right: 10px } }`,
  'discord-author-info': ':host .discord-author-username { color: var(--strong); font-weight: 700 }',
  'discord-verified-author-tag':
    ':host { height: 15px; padding: 0 5px; border-radius: 4px; font-size: 11px; font-weight: 700 }',
  'discord-command': `
    :host { color: var(--faint); font-family: var(--font); margin-bottom: 2px }
    :host:before { border-color: var(--edge) !important }
    :host .discord-replied-message-username { color: var(--words); opacity: 1 }
    :host .discord-slash-command-name { color: var(--command) !important; background-color: var(--command-ground) }
    .discord-command-icon-name { display: none }
    @media (max-width: 480px) { :host { margin-left: 50px } }`,
  'discord-action-row': ':host { gap: 8px; margin: 0 }',
  'discord-button': `
    :host { max-width: 100% }
    :host > *:first-child { margin: 0; padding: 5px 15px; height: auto; min-height: 20px; min-width: 28px; border: 1px solid transparent;
      border-radius: 8px; font-family: var(--font); line-height: 20px; gap: 8px }
    .secondary { background-color: var(--button); border-color: var(--button-edge) !important; color: var(--strong) }
    .success { background-color: #00863a }
    .destructive { background-color: #d22d39 }`,
  'discord-quote': `
    .discord-quote-divider { flex: 0 0 4px; background-color: var(--bar) }
    blockquote { min-width: 0; padding: 0 0 0 12px }`,
};

for (const [tag, css] of Object.entries(TOUCH_UPS)) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  customElements.get(tag).elementStyles.push(sheet);
}

/** Resolves once everything is drawn. */
async function show() {
  const picture = document.querySelector('#picture');
  picture.append(document.querySelector('#drawn').content.cloneNode(true));
  let pending;
  do {
    const elements = [...everyElement(picture)];
    pending = elements.some((element) => element.isUpdatePending);
    await Promise.all(elements.map((element) => element.updateComplete));
  } while (pending); // drawing an element can add others
  await document.fonts.ready;
  await Promise.all(
    [...everyElement(picture)].filter((element) => element instanceof HTMLImageElement).map((image) => image.decode()),
  );
}

/** Every element in reading order, including those in shadow trees. */
function* everyElement(element) {
  yield element;
  for (const child of flatChildren(element)) if (child instanceof Element) yield* everyElement(child);
}

function flatChildren(element) {
  if (element instanceof HTMLSlotElement && element.assignedNodes().length > 0) return element.assignedNodes();
  return (element.shadowRoot ?? element).childNodes;
}

/** The visible text in reading order, each block on lines of its own. */
function visibleText(element = document.querySelector('#picture')) {
  const parts = [...flatChildren(element)].map((node) => {
    if (node instanceof Text) return isVisible(node) ? node.data.replace(/\s+/g, ' ') : '';
    return node instanceof HTMLBRElement ? '\n' : node instanceof Element ? visibleText(node) : '';
  });
  const { display } = getComputedStyle(element);
  const text = parts.join('');
  return display.startsWith('inline') || display === 'contents' ? text : `\n${text}\n`;
}

/** Whether a text is neither hidden nor transparent, and inside everything that would clip it. */
function isVisible(text) {
  const range = document.createRange();
  range.selectNodeContents(text);
  const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  if (boxes.length === 0) return false;
  for (let element = flatParent(text); element; element = flatParent(element)) {
    const style = getComputedStyle(element);
    if (style.visibility !== 'visible' || style.opacity === '0') return false;
    const clips = element.id === 'picture' || (style.overflowX !== 'visible' && style.display !== 'inline');
    if (clips && !boxes.every((box) => isWithin(box, element.getBoundingClientRect()))) return false;
    if (element.id === 'picture') break;
  }
  return true;
}

function flatParent(node) {
  return node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
}

/** In pixels. */
const ROUNDING = 1;

function isWithin(inner, outer) {
  return (
    inner.left >= outer.left - ROUNDING &&
    inner.right <= outer.right + ROUNDING &&
    inner.top >= outer.top - ROUNDING &&
    inner.bottom <= outer.bottom + ROUNDING
  );
}

/** Every element whose content is wider than itself, or that sticks out of the picture sideways. */
function overflowing() {
  const picture = document.querySelector('#picture');
  const { left, right } = picture.getBoundingClientRect();
  return [document.documentElement, ...everyElement(picture)]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      const isWider = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + ROUNDING;
      const isOut =
        element !== document.documentElement &&
        box.width > 0 &&
        (box.left < left - ROUNDING || box.right > right + ROUNDING);
      return isWider || isOut;
    })
    .map(
      (element) =>
        `${element.localName}.${element.getAttribute('class') ?? ''}: ${element.textContent.trim().slice(0, 40)}`,
    );
}

globalThis.pictures = { shown: show(), visibleText, overflowing };

/** The prepared file beside the compiled code, as text: wrangler.jsonc has it bundled so. */
declare module '*/prepared.json' {
  const text: string;
  export default text;
}

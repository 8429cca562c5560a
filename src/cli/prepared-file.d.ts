/** The prepared file beside the compiled code: wrangler.jsonc has it bundled as data. */
declare module '*/prepared.bin' {
  const bytes: ArrayBuffer;
  export default bytes;
}

declare module 'html-encoding-sniffer' {
  /** The WHATWG name of the encoding that HTML is most likely written in. */
  export default function sniffEncoding(
    bytes: Uint8Array,
    options?: { transportLayerEncodingLabel?: string; defaultEncoding?: string; maxPrescanBytes?: number },
  ): string
}

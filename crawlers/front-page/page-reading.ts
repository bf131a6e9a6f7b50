import type { PageBox } from '../../src/domain/index.ts';

/** One element that holds a link, text or a picture, as the browser laid it out. */
export interface ReadNode {
  /** Place of the parent in the list; −1 for the body. Parents stand before their children. */
  readonly parent: number;
  /** Lower case. */
  readonly tag: string;
  /** Id and class names, lower case, joined by blanks. */
  readonly names: string;
  readonly role: string;
  /** aria-label, aria-roledescription and title of a block, joined by blanks. */
  readonly label: string;
  /** Absolute address of a link; '' for any other element. */
  readonly href: string;
  readonly rel: string;
  /** Border box, unclipped. */
  readonly box: PageBox;
  /** Rendered, not hidden, not transparent. */
  readonly visible: boolean;
  /** Stays while the page scrolls. */
  readonly pinned: boolean;
  /** Cuts off what lies beyond its sides (x) or its top and bottom (y). */
  readonly clipsX: boolean;
  readonly clipsY: boolean;
  /** Its own text, without that of elements inside it. */
  readonly text: string;
  readonly fontPx: number;
  readonly fontWeight: number;
  /** Visible boxes of the lines of its own text, clipped. */
  readonly lines: readonly PageBox[];
  /** Visible box where the element is a picture, clipped. */
  readonly picture: PageBox | null;
  /** Area of lines and picture before clipping, square pixels. */
  readonly fullArea: number;
}

/** A page at rest, as read inside the browser. */
export interface PageReading {
  readonly title: string;
  readonly rightToLeft: boolean;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly pageHeight: number;
  readonly nodes: readonly ReadNode[];
  /** Style sheets the page asks for, and how many of them are there. */
  readonly styleSheets: { readonly asked: number; readonly loaded: number };
  /** The page is longer than the window and may not be scrolled. */
  readonly scrollLocked: boolean;
  /** Largest part of the window a fixed layer covers, 0–1, and what it says (200 characters). */
  readonly overlay: { readonly share: number; readonly text: string };
  /** More elements than are read. */
  readonly cutOff: boolean;
}

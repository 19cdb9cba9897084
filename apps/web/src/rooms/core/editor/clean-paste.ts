/*
 * What comes by the clipboard, made into what blocks can hold, before ProseMirror reads it. Word writes its lists as paragraphs with
 * the marker as text (`MsoListParagraph`, `mso-list:l0 level2 lfo1`), its headings sometimes as paragraphs of a style, and a page of
 * style sheets around it.
 */

/** HTML of the clipboard -> HTML with flat lists, cells of one paragraph, and nothing that is no text. */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(withoutConditions(html), 'text/html');
  for (const one of page.querySelectorAll('style, script, meta, link, title, xml, o\\:p:empty, img, svg, object'))
    one.remove();
  // A deleted passage of Word's revisions, and a comment's mark, are no part of the text.
  for (const one of page.querySelectorAll('del, .MsoCommentReference, [style*="mso-element:comment"]')) one.remove();
  for (const paragraph of page.querySelectorAll('p')) promoteHeading(paragraph);
  for (const heading of page.querySelectorAll('h4, h5, h6')) rename(heading, 'h3');
  gatherWordLists(page.body);
  for (const list of page.querySelectorAll('ul, ol'))
    if (list.parentElement?.closest('ul, ol') == null) list.replaceWith(flatList(list));
  for (const cell of page.querySelectorAll('td, th')) oneParagraph(cell);
  for (const table of page.querySelectorAll('table')) fullTable(table);
  for (const one of page.querySelectorAll('[style*="mso-list"]')) if (isMarker(one)) one.remove();
  for (const paragraph of page.querySelectorAll('p')) if (paragraph.textContent?.trim() === '') paragraph.remove();
  for (const text of textsOf(page.body)) text.data = text.data.replaceAll(/[ \t\r\n]+/g, ' ');
  return page.body.innerHTML;
}

/** Word hides the markers of lists, and pictures for itself, in conditional comments; of the marker we need no more than its place. */
const withoutConditions = (html: string): string =>
  html.replaceAll(/<!\[if[^\]]*\]>/gi, '').replaceAll(/<!\[endif\]>/gi, '');

const styleOf = (element: Element): string => (element.getAttribute('style') ?? '').replaceAll(/\s/g, '').toLowerCase();
const isMarker = (element: Element): boolean => styleOf(element).includes('mso-list:ignore');

function promoteHeading(paragraph: Element): void {
  const level = /^(?:MsoHeading|Heading|Titre)([1-9])/i.exec(paragraph.className)?.[1];
  const outline = /mso-outline-level:([1-9])/.exec(styleOf(paragraph))?.[1];
  const found = paragraph.classList.contains('MsoTitle') ? 1 : Number(level ?? outline ?? 0);
  if (found > 0) rename(paragraph, `h${Math.min(3, found)}`);
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** A run of neighbouring list paragraphs of one kind becomes one list. */
function gatherWordLists(root: HTMLElement): void {
  let list: Element | undefined;
  for (const paragraph of root.querySelectorAll('p')) {
    const level = /mso-list:.*?level([0-9]+)/.exec(styleOf(paragraph))?.[1];
    const listed = level !== undefined || /^MsoList(Paragraph|Bullet|Number)/.test(paragraph.className);
    if (!listed || paragraph.closest('td, th, li') !== null) {
      list = undefined;
      continue;
    }
    const depth = Math.max(0, Number(level ?? 1) - 1);
    const marker = [...paragraph.querySelectorAll('[style]')].find(isMarker);
    const ordered = /[0-9a-z][.)]|^\s*\(?[0-9ivx]+\)/i.test((marker?.textContent ?? '').trim());
    marker?.remove();
    const tag = ordered ? 'OL' : 'UL';
    // The kind is that of the outermost items: one block has one.
    if (list === undefined || list.nextElementSibling !== paragraph || (depth === 0 && list.tagName !== tag)) {
      list = root.ownerDocument.createElement(tag);
      paragraph.before(list);
    }
    const item = root.ownerDocument.createElement('li');
    item.dataset['depth'] = String(depth);
    item.append(...paragraph.childNodes);
    const first = item.firstChild;
    if (first?.nodeType === Node.TEXT_NODE) first.textContent = first.textContent?.trimStart() ?? '';
    list.append(item);
    paragraph.remove();
  }
}

/** Lists within lists become one row of items with their depth. */
function flatList(list: Element): Element {
  const flat = list.ownerDocument.createElement(list.tagName);
  for (const name of ['data-block', 'data-secret', 'data-pm-slice']) {
    const value = list.getAttribute(name);
    if (value !== null) flat.setAttribute(name, value);
  }
  const walk = (from: Element, depth: number): void => {
    for (const child of Array.from(from.children)) {
      if (child.tagName === 'UL' || child.tagName === 'OL') walk(child, depth + 1);
      if (child.tagName !== 'LI') continue;
      const inner = [...child.children].filter((one) => one.tagName === 'UL' || one.tagName === 'OL');
      for (const one of inner) one.remove();
      const item = list.ownerDocument.createElement('li');
      item.dataset['depth'] = child.getAttribute('data-depth') ?? String(depth);
      item.append(...child.childNodes);
      oneParagraph(item);
      flat.append(item);
      for (const one of inner) walk(one, depth + 1);
    }
  };
  walk(list, 0);
  return flat;
}

/** Paragraphs, lists and headings within a cell or an item become lines of it. */
function oneParagraph(element: Element): void {
  for (const block of element.querySelectorAll('p, div, li, h1, h2, h3')) {
    const more = block.nextElementSibling !== null || block.parentElement !== element;
    if (more && block.textContent?.trim() !== '') block.append(element.ownerDocument.createElement('br'));
    block.replaceWith(...block.childNodes);
  }
  for (const list of element.querySelectorAll('ul, ol')) list.replaceWith(...list.childNodes);
  while (element.lastChild !== null && isEmptyEnd(element.lastChild)) element.lastChild.remove();
}

const isEmptyEnd = (node: Node): boolean =>
  node.nodeName === 'BR' || (node.nodeType === 3 && node.textContent?.trim() === '');

/** Cells that span several get empty neighbours, so that each column stays under its heading. Headings stand in the first row only. */
function fullTable(table: HTMLTableElement): void {
  const rows = [...table.rows];
  for (const [y, row] of rows.entries()) {
    for (const cell of Array.from(row.cells)) {
      const [across, down] = [Math.min(cell.colSpan, 50), Math.min(cell.rowSpan, rows.length - y)];
      const x = cell.cellIndex;
      for (const name of ['colspan', 'rowspan']) cell.removeAttribute(name);
      for (let n = 1; n < across; n += 1) cell.after(table.ownerDocument.createElement('td'));
      for (let below = 1; below < down; below += 1)
        for (let n = 0; n < across; n += 1) rows[y + below]!.insertCell(Math.min(x, rows[y + below]!.cells.length));
    }
  }
  const headed = rows[0] !== undefined && [...rows[0].cells].some((cell) => cell.tagName === 'TH' || isHead(cell));
  for (const [y, row] of rows.entries())
    for (const cell of Array.from(row.cells)) {
      const tag = headed && y === 0 ? 'TH' : 'TD';
      if (cell.tagName !== tag) rename(cell, tag);
    }
}

/** Word marks the row that is repeated on each page as head. */
const isHead = (cell: Element): boolean => cell.closest('thead') !== null;

function* textsOf(root: Node): Generator<Text> {
  const walker = root.ownerDocument!.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) yield node as Text;
}

import { anchor } from '#domain/anchor.ts'
import { normaliseText } from '#domain/plain-text.ts'
import type { Quote } from '#domain/quote.ts'

/** Most of a page's text that an address can carry, in UTF-16 units: browsers take two million bytes. */
const MOST_TEXT = 300_000
/** Units around the selected words, by which they are told from others like them. */
const AROUND = 64

/**
 * The bookmark by which a page hands its selected words to this server. It opens a window and loads nothing into the
 * page, so that the page's content security policy has nothing to refuse; all goes in the fragment, which is not sent.
 */
export function bookmarkletFor(origin: string): string {
  const code = `(()=>{
const d=document,s=getSelection(),w=String(s).trim();
if(!w){alert('Select some words first.');return}
const r=s.getRangeAt(0),c=r.commonAncestorContainer,e=c.nodeType===1?c:c.parentElement,
m=e.closest('article,main,[role=main]')||d.body,
f=(a,b)=>{const x=d.createRange();a(x);b(x);return x.toString()},
g=(...n)=>n.map(k=>d.querySelector('meta[property="'+k+'"],meta[name="'+k+'"]')).map(x=>x&&x.content).find(Boolean)||'',
l=d.querySelector('link[rel~=canonical]'),
q={url:l&&l.href&&new URL(l.href).hostname===location.hostname?l.href:location.href,
title:g('og:title')||d.title,outlet:g('og:site_name')||location.hostname,
language:d.documentElement.lang,published:g('article:published_time').slice(0,10),words:w,
before:f(x=>x.setStart(m,0),x=>x.setEnd(r.startContainer,r.startOffset)).slice(-${AROUND}),
after:f(x=>x.setStart(r.endContainer,r.endOffset),x=>x.setEndAfter(m.lastChild)).slice(0,${AROUND}),
text:m.innerText.slice(0,${MOST_TEXT})};
open(${JSON.stringify(`${origin}/annotate`)}+'#'+new URLSearchParams(q),'_blank','noopener')
})()`
  return `javascript:${encodeURIComponent(code.replaceAll('\n', ''))}`
}

/** What the bookmark handed over; the place of the words is null when they do not stand in the text. */
export function readHandedOver(fragment: string) {
  const given = new URLSearchParams(fragment.replace(/^#/, ''))
  const field = (name: string) => given.get(name)?.trim() ?? ''
  const words = field('words')
  const text = normaliseText(given.get('text') ?? '')
  const quote: Quote = {
    exact: words,
    prefix: given.get('before') ?? '',
    suffix: given.get('after') ?? '',
    // Nobody knows where in the text the words were: they are looked for everywhere.
    start: -1,
    end: -1,
  }
  const found = anchor(text, quote)
  const published = field('published')
  const facts = {
    url: field('url'),
    title: field('title'),
    outlet: field('outlet'),
    authors: [],
    language: /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/.test(field('language')) ? field('language') : '',
    published: /^\d{4}-\d\d-\d\d$/.test(published) ? published : '',
    modified: '',
  }
  const place =
    found.state === 'exact' || found.state === 'moved' ? { start: found.start, end: found.end } : null
  return { facts, words, text, place }
}

import { Readability } from '@mozilla/readability'
import { pageTexts } from '#domain/main-text.ts'
import { normaliseText } from '#domain/plain-text.ts'
import type { Quote } from '#domain/quote.ts'
import { readingsOf } from '../../text/readings.ts'

/** Longest address that is opened, in UTF-16 units: browsers take two million bytes. */
const MOST_ADDRESS = 1_900_000
/** Most of a page's text that is handed over where its markup is too much, in UTF-16 units. */
const MOST_TEXT = 300_000
/** Units around the selected words, by which they are told from others like them. */
const AROUND = 64

/**
 * The bookmark by which a page hands its selected words to this server, with the markup that its text is read of there.
 * It opens a window and loads nothing into the page, so that the page's content security policy has nothing to refuse;
 * all goes in the fragment, which is not sent.
 */
export function bookmarkletFor(origin: string): string {
  const code = `(()=>{
const d=document,s=getSelection(),w=String(s).trim();
if(!w){alert('Select some words first.');return}
const r=s.getRangeAt(0),b=d.body,
f=(a,b)=>{const x=d.createRange();a(x);b(x);return x.toString()},
g=(...n)=>n.map(k=>d.querySelector('meta[property="'+k+'"],meta[name="'+k+'"]')).map(x=>x&&x.content).find(Boolean)||'',
l=d.querySelector('link[rel~=canonical]'),h=d.documentElement.cloneNode(true);
h.querySelectorAll('script,style,link,meta,svg,template,canvas,iframe,object').forEach(e=>e.remove());
const q={url:l&&l.href&&new URL(l.href).hostname===location.hostname?l.href:location.href,
title:g('og:title')||d.title,outlet:g('og:site_name')||location.hostname,
language:d.documentElement.lang,published:g('article:published_time').slice(0,10),words:w,
before:f(x=>x.setStart(b,0),x=>x.setEnd(r.startContainer,r.startOffset)).slice(-${AROUND}),
after:f(x=>x.setStart(r.endContainer,r.endOffset),x=>x.setEndAfter(b.lastChild)).slice(0,${AROUND})},
p=x=>String(new URLSearchParams({...q,...x}));
let t=p({html:h.outerHTML});
if(t.length>${MOST_ADDRESS})t=p({text:b.innerText.slice(0,${MOST_TEXT})});
open(${JSON.stringify(`${origin}/annotate`)}+'#'+t,'_blank','noopener')
})()`
  return `javascript:${encodeURIComponent(code.replaceAll('\n', ''))}`
}

/** What the bookmark handed over; the place of the words is null when they do not stand in the text. */
export function readHandedOver(fragment: string) {
  const given = new URLSearchParams(fragment.replace(/^#/, ''))
  const field = (name: string) => given.get(name)?.trim() ?? ''
  const words = field('words')
  const html = given.get('html') ?? ''
  const plain = normaliseText(given.get('text') ?? '')
  const texts =
    html === ''
      ? { main: plain, whole: plain }
      : pageTexts(new DOMParser().parseFromString(html, 'text/html'), Readability)
  const quote: Quote = {
    exact: words,
    prefix: given.get('before') ?? '',
    suffix: given.get('after') ?? '',
    // Nobody knows where in the text the words were: they are looked for everywhere.
    start: -1,
    end: -1,
  }
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
  return { facts, words, readings: readingsOf(texts, quote) }
}

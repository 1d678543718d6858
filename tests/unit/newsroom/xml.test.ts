import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { writeXml } from '../../../src/newsroom/formats/answers/xml';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

describe('XML', () => {
  it('escapes texts and attributes', () => {
    expect(writeXml({ a: { '@href': 'x?a=1&b="2"', '#text': '<b>1 & 2</b> ]]>' } })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a href="x?a=1&amp;b=&quot;2&quot;">&lt;b&gt;1 &amp; 2&lt;/b&gt; ]]&gt;</a>\n',
    );
  });

  it('leaves out what has no value, and keeps "false" and "true"', () => {
    expect(writeXml({ a: { '@is': 'true', '@not': 'false', b: undefined, c: ['1', '2'] } })).toContain(
      '<a is="true" not="false"><c>1</c><c>2</c></a>',
    );
  });

  it('holds any text, less the characters that XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const xml = writeXml({ a: { '@b': text, c: text } });
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(xml).not.toMatch(/[^\P{Cc}\t\n\r]|\p{Cs}/u);
        expect(Buffer.from(xml).toString()).toBe(xml);
      }),
    );
    const text = 'قيمة & <"\'> – 株 😀';
    expect(parser.parse(writeXml({ a: { '@b': text, c: text } })).a).toEqual({ '@b': text, c: text });
  });
});

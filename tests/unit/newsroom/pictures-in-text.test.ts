import fc from 'fast-check';
import { picturesInText } from '../../../src/newsroom/embargo/pictures-in-text';

const picture = (image: object) => ({ type: 'image', image, children: [{ type: 'text', text: '' }] });

describe('the pictures in a text', () => {
  it('are known by their hash and by their address, at any depth, each once', () => {
    const text = [
      picture({ hash: 'one_a1', url: '/uploads/one_a1.png' }),
      {
        type: 'list',
        children: [{ type: 'list-item', children: [picture({ url: 'https://x/y/two_b2.jpg?w=1' })] }],
      },
      picture({ hash: 'made-up', url: '/uploads/three_c3.webp#top' }),
    ];
    expect(picturesInText(text)).toEqual(['one_a1', 'two_b2', 'made-up', 'three_c3']);
  });

  it('are none in what holds none', () => {
    expect(picturesInText(null)).toEqual([]);
    expect(picturesInText([{ type: 'image' }, picture({ hash: 7, url: null })])).toEqual([]);
  });

  it('are looked for in any JSON, without an error', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void picturesInText(value)));
  });
});

import { describe, expect, it } from 'vitest';
import { proxyOfAnswer } from './proxy-of-answer.ts';
import { proxyOfEnvironment } from './proxy-of-environment.ts';

const PROXY = 'http://proxy.example:3128';

describe('proxyOfEnvironment', () => {
  it.each([
    ['https://national.example/', { HTTPS_PROXY: PROXY }, PROXY],
    ['https://national.example/', { https_proxy: PROXY }, PROXY],
    ['https://national.example/', { HTTP_PROXY: PROXY }, null],
    ['http://national.example/', { HTTP_PROXY: PROXY }, PROXY],
    ['https://national.example/', {}, null],
    ['https://127.0.0.1:8080/', { HTTPS_PROXY: PROXY }, null],
    ['https://api.sante.example/', { HTTPS_PROXY: PROXY, NO_PROXY: 'autre.example, .sante.example' }, null],
    ['https://sante.example/', { HTTPS_PROXY: PROXY, NO_PROXY: '*.sante.example' }, null],
    ['https://pasante.example/', { HTTPS_PROXY: PROXY, NO_PROXY: 'sante.example' }, PROXY],
    ['https://sante.example:8443/', { HTTPS_PROXY: PROXY, NO_PROXY: 'sante.example:443' }, PROXY],
    ['https://national.example/', { HTTPS_PROXY: PROXY, NO_PROXY: '*' }, null],
  ])('%s with %j is reached by %s', (address, environment, expected) => {
    expect(proxyOfEnvironment(address, environment)).toBe(expected);
  });
});

describe('proxyOfAnswer', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY a.example:1; PROXY b.example:2', 'http://a.example:1'],
    ['HTTPS a.example:1', 'https://a.example:1'],
    ['SOCKS5 a.example:1; DIRECT', null],
    ['', null],
  ])('%j means %s', (answer, expected) => {
    expect(proxyOfAnswer(answer)).toBe(expected);
  });
});

import type { Reply } from './reply'
import { wireHeaders } from '../../wire'

/** The refusal of headers that are too long, for who opens the page: a browser's headers are as long as its cookies. */
export const tooManyCookies = (): Reply => ({
  status: 431,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    [wireHeaders.sent]: 'no',
    connection: 'close',
  },
  content: page,
})

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Too many cookies · Alias Console</title>
</head>
<body>
<main>
<h1>Your browser sends too many cookies</h1>
<p>Its request is longer than the 64 KiB that this server reads, so the console was not opened. Nothing was changed.</p>
<p>The console sets no cookie but one for its theme. A browser sends the cookies of a name to every port of it: these were
set by other programs that ran under the name in the address bar.</p>
<ul>
<li>Delete the cookies of that name in the browser’s settings, then load this page again.</li>
<li>Or open the console under another of its names: on your own machine localhost in place of 127.0.0.1, or 127.0.0.1 in
place of localhost.</li>
</ul>
</main>
</body>
</html>
`

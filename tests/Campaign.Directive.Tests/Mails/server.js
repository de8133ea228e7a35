// An SMTP server on loopback: node server.js PORT SECURITY, SECURITY being none, starttls or tls. Says "listening" and then, a
// line a mail, what it took as JSON. What a recipient's name begins with decides how the mail is taken.
const { SMTPServer } = require('smtp-server');

const [port, security] = process.argv.slice(2);
const seen = new Map();

const server = new SMTPServer({
  secure: security === 'tls',
  hideSTARTTLS: security === 'none',
  allowInsecureAuth: true,
  authOptional: false,
  onAuth: ({ username, password }, session, done) =>
    username === 'campaign' && password === 'secret-of-the-tests' ? done(null, { user: username }) : done(new Error('535 wrong password')),
  onRcptTo: ({ address }, session, done) => {
    const times = (seen.get(address) ?? 0) + 1;
    seen.set(address, times);
    const refuse = (code, text) => done(Object.assign(new Error(`${text} <${address}>`), { responseCode: code }));
    if (address.startsWith('nobody')) refuse(550, 'No such user');
    else if (address.startsWith('later') && times === 1) refuse(451, 'Try again later');
    else if (address.startsWith('never-now')) refuse(451, 'Try again later');
    else done();
  },
  onData: (stream, session, done) => {
    const chunks = [];
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(recipient => recipient.address);
      const took = () => {
        console.log(JSON.stringify({ to, message: Buffer.concat(chunks).toString('base64') }));
        done();
      };
      // slow once: the mail is taken after its sender has gone
      if (to[0].startsWith('slow') && seen.get(to[0]) === 1) setTimeout(took, 4000);
      else took();
    });
  },
});

server.on('error', () => { /* a client that went away */ });
server.listen(Number(port), '127.0.0.1', () => console.log('listening'));
process.stdin.on('end', () => process.exit(0)).resume();

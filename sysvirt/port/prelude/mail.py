"""Mail that is sent by hand, as Perl's Net::SMTP does, on top of smtplib."""

from __future__ import annotations

import re
import smtplib


def perl_smtp(host="localhost", *told):
    """A connection to a server of mail; nothing, if there is none."""
    options = {name.lower(): value for name, value in zip(told[::2], told[1::2], strict=False)}
    host = options.get("host") or host
    host = host[0] if isinstance(host, list) else host
    kind = smtplib.SMTP_SSL if options.get("ssl") else smtplib.SMTP
    name, _, port = host.partition(":")
    port = int(port or options.get("port") or (465 if options.get("ssl") else 25))
    hello = options.get("hello") or "localhost.localdomain"
    try:
        connection = kind(name, port, hello, timeout=float(options.get("timeout", 120)))
        connection.ehlo_or_helo_if_needed()
    except (OSError, smtplib.SMTPException):
        return None
    return PerlSmtp(connection)


class PerlSmtp:
    """A connection to a server of mail; each step tells whether it went well."""

    def __init__(self, connection):
        self.connection = connection
        self.code, self.message = 250, ""
        self.parts = []

    def ask(self, step, *values):
        """Do a step, and keep what the server says."""
        try:
            self.code, said = step(*values)
        except (OSError, smtplib.SMTPException) as error:
            self.code = getattr(error, "smtp_code", 500)
            said = getattr(error, "smtp_error", str(error))
        self.message = said.decode() if isinstance(said, bytes) else said
        return 200 <= self.code < 400

    def address(self, text):
        """What stands between the brackets."""
        found = re.search(r"<([^>]*)>", text)
        return found[1] if found else text.strip()

    def mail(self, sender, *_):
        """Say who sends."""
        return self.ask(self.connection.mail, self.address(sender))

    def to(self, *receivers):
        """Say who should get it."""
        names = [each for each in receivers if isinstance(each, str)]
        return all(self.ask(self.connection.rcpt, self.address(each)) for each in names)

    def auth(self, user, password):
        """Log in."""
        return self.ask(self.connection.login, user, password)

    def starttls(self, **_):
        """Go on under TLS."""
        return self.ask(self.connection.starttls)

    def data(self, *texts):
        """Begin the text; with texts it is all."""
        self.parts = []
        return self.datasend(*texts) and self.dataend() if texts else True

    def datasend(self, *texts):
        """A piece of the text."""
        for each in texts:
            self.parts += each if isinstance(each, list) else [each]
        return True

    def dataend(self):
        """End the text: now it is sent."""
        lines = "".join(map(str, self.parts)).replace("\r\n", "\n").split("\n")
        if lines[-1] == "":
            lines.pop()
        lines = [f".{each}" if each.startswith(".") else each for each in lines]
        text = "".join(f"{each}\r\n" for each in [*lines, "."])
        return self.ask(self.connection.docmd, "DATA") and self.ask(self.send, text)

    def send(self, text):
        """Send what the server waits for."""
        self.connection.send(text.encode())
        return self.connection.getreply()

    def reset(self):
        """Begin again."""
        return self.ask(self.connection.rset)

    def quit(self):
        """End the connection."""
        return self.ask(self.connection.quit)

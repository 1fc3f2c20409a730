"""Modules of Perl that nothing small can stand for: what a person should use instead.

What of them is called becomes a TODO that says so.
"""

from __future__ import annotations

from sysvirt.port.draft.modules.table import Module

_ASYNC = "another way to run: asyncio, and sysvirt.aio for libvirt"
_SSH = 'subprocess.run(["ssh", host, command]), or asyncssh from PyPI'
_SCREEN = "the curses of Python, whose calls are others"
_WINDOWS = "tkinter, or PyGObject from PyPI"
_THREADS = "threading and queue: Perl copies all variables into a thread, Python shares them"
_WEB = "a framework for the web, such as Flask from PyPI"
_PROCESSES = "multiprocessing or concurrent.futures"
_SAX = "xml.sax or lxml.etree.iterparse"

_ROWS: tuple[tuple[str, str], ...] = (
    ("AnyEvent::HTTP", "aiohttp from PyPI"),
    ("AnyEvent::Handle", "asyncio.open_connection"),
    ("AnyEvent::Socket", "asyncio.open_connection and asyncio.start_server"),
    ("AnyEvent::Util", "asyncio.create_subprocess_exec"),
    ("CGI", _WEB),
    ("Catalyst", _WEB),
    ("Coro", _ASYNC),
    ("Curses", _SCREEN),
    ("Curses::UI", _SCREEN),
    ("Dancer", _WEB),
    ("Dancer2", _WEB),
    ("EV", _ASYNC),
    ("Event", _ASYNC),
    ("Expect", "pexpect from PyPI"),
    ("Gtk2", _WINDOWS),
    ("Gtk3", _WINDOWS),
    ("IO::Async", _ASYNC),
    ("IO::Pty", "pty, or pexpect from PyPI"),
    ("MIME::Lite", "email.message.EmailMessage, and smtplib to send it"),
    ("MIME::Entity", "email.message.EmailMessage"),
    ("Mail::Sender", "email.message.EmailMessage, and smtplib to send it"),
    ("Mail::Sendmail", "email.message.EmailMessage, and smtplib to send it"),
    ("Mojo::IOLoop", _ASYNC),
    ("Mojo::UserAgent", "httpx from PyPI"),
    ("Mojolicious", _WEB),
    ("Mojolicious::Lite", _WEB),
    ("Net::Curl::Easy", "urllib.request, or pycurl from PyPI"),
    ("Net::DBus", "dbus-next from PyPI"),
    ("Net::DNS", "dnspython from PyPI"),
    ("Net::LDAP", "ldap3 from PyPI"),
    ("Net::OpenSSH", _SSH),
    ("Net::SFTP::Foreign", "paramiko from PyPI"),
    ("Net::SNMP", "pysnmp from PyPI"),
    ("Net::SSH2", "paramiko from PyPI"),
    ("Net::SSH::Perl", _SSH),
    ("Net::Telnet", "a socket: telnetlib left Python"),
    ("Parallel::ForkManager", _PROCESSES),
    ("Proc::Daemon", "systemd, or python-daemon from PyPI"),
    ("RRDs", "rrdtool from PyPI"),
    ("SOAP::Lite", "zeep from PyPI"),
    ("Term::ReadLine", "input(), with readline imported"),
    ("Thread::Queue", "queue.Queue"),
    ("Tk", _WINDOWS),
    ("XML::DOM", "lxml, or xml.dom.minidom"),
    ("XML::LibXML::Reader", "lxml.etree.iterparse"),
    ("XML::LibXML::SAX", _SAX),
    ("XML::Parser", "xml.parsers.expat"),
    ("XML::SAX", _SAX),
    ("XML::SAX::Base", _SAX),
    ("threads", _THREADS),
    ("threads::shared", _THREADS),
)

MODULES: tuple[Module, ...] = tuple(Module(name, todo=todo) for name, todo in _ROWS)

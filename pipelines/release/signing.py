"""Signatures: who made a file. Ed25519, with a key that follows from the home's own key, so it is kept as well as that."""

import hmac

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_PURPOSE = b"werkplaats signs editions 1"


def signing_key(key: bytes) -> Ed25519PrivateKey:
    """Return the key that signs the editions of the home with this key."""
    return Ed25519PrivateKey.from_private_bytes(hmac.digest(key, _PURPOSE, "sha256"))


def public_text(key: Ed25519PrivateKey) -> str:
    """Return the public half as 64 hexadecimal characters."""
    return key.public_key().public_bytes_raw().hex()


def signed(content: bytes, *, key: Ed25519PrivateKey) -> str:
    """Return the signature as 128 hexadecimal characters; the same content and key give the same one."""
    return key.sign(content).hex()


def is_signed(content: bytes, *, public: str, signature: str) -> bool:
    """Whether who holds the private half signed exactly this content."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), content)
    except (InvalidSignature, ValueError):
        return False
    return True

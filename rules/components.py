"""The fourteen components of a service standard, and `lainnya` for what is no matter of a service.

Source: the service standard's own table; which of them a complaint can be about is its component 6, point 5c.
"""

from enum import StrEnum


class Component(StrEnum):
    """A component by its slug, in the order of the standard."""

    REQUIREMENTS = "persyaratan"
    PROCEDURE = "prosedur"
    COMPLETION_TIME = "jangka_waktu"
    FEE = "biaya"
    PRODUCT = "produk"
    COMPLAINTS = "pengaduan"
    LEGAL_BASIS = "dasar_hukum"
    FACILITIES = "sarana"
    STAFF_COMPETENCE = "kompetensi"
    SUPERVISION = "pengawasan"
    STAFF_NUMBERS = "jumlah_pelaksana"
    SERVICE_GUARANTEE = "jaminan_pelayanan"
    SAFETY = "keamanan"
    EVALUATION = "evaluasi"
    OTHER = "lainnya"


OF_A_STANDARD: tuple[Component, ...] = tuple(c for c in Component if c is not Component.OTHER)

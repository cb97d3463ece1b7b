// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Veikart.Theme
import Veikart.Controls

AppFrame {
    title: "Veikart"
    personName: "Kari Moen"
    personDetail: "Veileder · Heimdal"
    status: "Alt er sendt til kontoret"
    statusTone: SideBar.Success
    statusDetail: "i dag 09:12"
    entries: [
        SideBarItem {
            text: "Brukere"
            selected: true
        },
        SideBarItem {
            text: "Avtaler"
        },
        SideBarItem {
            text: "Innstillinger"
        }
    ]

    PageScroll {
        centered: false
        maximumWidth: 0
        spacing: Theme.spaceM

        PageHeading {
            text: "Mine brukere"

            TextLineField {
                placeholder: "Søk etter navn"
            }
            AppButton {
                text: "Ny bruker"
            }
        }
        HeadingText {
            level: 4
            text: "I dag"
        }
        ListCard {
            PersonRow {
                name: "Ola Nordli"
                initials: "ON"
                detail: "Hjemmebesøk 10:00 · KIS påbegynt, 6 temaer igjen"
                trailing: "Fortsett"
                trailingTone: PersonRow.Accent
            }
            PersonRow {
                name: "Samira Ahmed"
                initials: "SA"
                detail: "Oppfølging 13:30 · Treffstedet Moholt"
            }
        }
        HeadingText {
            level: 4
            text: "Trenger noe fra deg"
        }
        ListCard {
            PersonRow {
                name: "Amina Hassan"
                initials: "AH"
                detail: "Du skulle ringe fastlegen"
                trailing: "Fristen var fredag"
                trailingTone: PersonRow.Warning
            }
            PersonRow {
                name: "Per Solbakken"
                initials: "PS"
                detail: "Avtalt hver uke. Siste kontakt 18. oktober"
                trailing: "5 uker siden"
                trailingTone: PersonRow.Warning
                trailingBadge: true
            }
            PersonRow {
                name: "Liv Berg"
                initials: "LB"
                detail: "KIS er fra november i fjor. Tid for en mini-KIS?"
                trailing: "12 måneder"
            }
        }
        RowLayout {
            SecondaryText {
                text: "14 brukere til sammen · 2 deles med Jonas"
            }
            AppButton {
                kind: AppButton.Quiet
                flush: true
                text: "Vis alle"
            }
        }
        ListCard {
            emptyText: "Ingen avtaler i morgen."
        }
        Notice {
            tone: Notice.Warning
            title: "Oppfølging er ikke avtalt"
            text: "Kartleggingen ble bekreftet uten at noen oppgave har frist."
            actionText: "Spør Kari"
        }
    }
}

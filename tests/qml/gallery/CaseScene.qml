// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Veikart.Theme
import Veikart.Controls

AppFrame {
    title: "KIS-samtale"
    entries: [
        SideBarItem {
            text: "Utdanning"
            detail: "gjennomgått"
        },
        SideBarItem {
            text: "Helse"
            detail: "her er dere"
            selected: true
        },
        SideBarItem {
            text: "Alkohol og rusmidler"
            detail: "ulest tekst"
            detailTone: SideBarItem.Warning
        }
    ]

    PageScroll {
        centered: false
        maximumWidth: 0

        PageHeading {
            text: "Amina Hassan"
            subtitle: "34 år · snakker somali, tolk til viktige ting · Kari Moen og Jonas Lie"

            AppButton {
                kind: AppButton.Quiet
                text: "Mer"
            }
            AppButton {
                kind: AppButton.Secondary
                text: "Logg kontakt"
            }
            AppButton {
                text: "Ny samtale"
            }
        }
        Card {
            title: "Kartlegging"
            header: Badge {
                text: "Bekreftet 12. mars"
                tone: Badge.Success
            }

            GridLayout {
                columns: width < Theme.columnWidth ? 1 : 3
                columnSpacing: Theme.spaceM

                LayerBox {
                    Layout.alignment: Qt.AlignTop
                    label: "Amina svarte"

                    StrongText {
                        text: "En del"
                    }
                    BodyText {
                        text: "«Jeg sover ikke. Da klarer jeg ikke å komme meg opp.»"
                    }
                }
                LayerBox {
                    Layout.alignment: Qt.AlignTop
                    kind: LayerBox.Joint
                    label: "Etter samtalen"

                    StrongText {
                        text: "Verken god eller dårlig"
                    }
                    SecondaryText {
                        text: "valgt sammen"
                    }
                }
                LayerBox {
                    Layout.alignment: Qt.AlignTop
                    kind: LayerBox.Counsellor
                    label: "Min kommentar · Amina kan lese den"

                    BodyText {
                        text: "Tas opp med fastlegen."
                    }
                }
            }
            RowLayout {
                spacing: Theme.spaceXl

                AppButton {
                    kind: AppButton.Quiet
                    flush: true
                    text: "Les hele"
                }
                AppButton {
                    kind: AppButton.Quiet
                    flush: true
                    text: "Sammenlign med 2025"
                }
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            Avatar {
                initials: "AH"
                large: true
            }
            Badge {
                text: "Oppfølging"
                tone: Badge.Warning
            }
            Badge {
                text: "Mulig samme person"
            }
            Badge {
                text: "Stopp"
                tone: Badge.Danger
            }
        }
    }
}

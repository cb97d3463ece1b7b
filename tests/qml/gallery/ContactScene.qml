// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Veikart.Theme
import Veikart.Controls

ColumnLayout {
    spacing: 0

    PageScroll {
        Layout.fillWidth: true
        Layout.fillHeight: true
        maximumWidth: Theme.wideColumnWidth

        PageHeading {
            over: "Amina Hassan · i dag 10:40"
            text: "Logg kontakt"

            AppButton {
                kind: AppButton.Quiet
                text: "Lukk"
            }
        }
        ChipFlow {
            label: "Type"

            Repeater {
                model: ["Hjemmebesøk", "SMS", "Telefon", "Samtale", "Være med til", "Mer"]

                ChipButton {
                    required property string modelData
                    required property int index

                    text: modelData
                    selected: index === 0
                }
            }
        }
        ChipFlow {
            label: "Hvor lenge"

            Repeater {
                model: ["15 min", "30", "50", "90", "Møtte ikke"]

                ChipButton {
                    required property string modelData
                    required property int index

                    text: modelData
                    selected: index === 2
                    enabled: index !== 4
                }
            }
        }
        TextBlockField {
            label: "Hva ble gjort"
            text: "Fylte ut søknad om språkpraksis sammen."
        }
        FieldLabel {
            text: "Avtalt sist"
        }
        ListCard {
            ListRow {
                CheckRow {
                    text: "Ringe fastlegen om søvn"
                    detail: "Kari · fristen var fredag"
                    detailTone: CheckRow.Warning

                    AppButton {
                        kind: AppButton.Quiet
                        text: "Ny dato"
                    }
                }
            }
            ListRow {
                CheckRow {
                    text: "Søke om språkpraksis"
                    detail: "Amina · gjort 14. november"
                    checked: true
                    done: true
                }
            }
        }
        DateField {
            label: "Neste avtale"
            value: "2026-11-23"
            quickLabels: ["I dag", "I morgen", "Om en uke", "Om to uker"]
            quickValues: ["2026-11-22", "2026-11-23", "2026-11-29", "2026-12-06"]
        }
        TimeField {
            label: "Klokken"
            value: "09:30"
        }
        TextLineField {
            label: "Telefon"
            hint: "Åtte siffer"
            text: "999"
            error: "Nummeret er for kort."
        }
        RowLayout {
            AppButton {
                kind: AppButton.Secondary
                text: "Slett utkastet"
            }
            AppButton {
                enabled: false
                text: "Ikke nå"
            }
        }
    }
    BottomBar {
        plain: true
        maximumWidth: Theme.wideColumnWidth
        text: "Uten nett. Lagres trygt på nettbrettet og sendes senere."
        trailing: [
            AppButton {
                kind: AppButton.Secondary
                text: "Livsområder og metoder"
            },
            AppButton {
                text: "Lagre"
            }
        ]
    }
}

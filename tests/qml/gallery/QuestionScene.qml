// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Theme
import Veikart.Controls

ColumnLayout {
    id: root

    property string answer: "Dårlig"

    spacing: 0

    PageScroll {
        Layout.fillWidth: true
        Layout.fillHeight: true
        maximumWidth: Theme.questionWidth
        spacing: Theme.spaceS

        HeadingText {
            text: "Hvordan er helsen din for tiden?"
        }
        Repeater {
            model: ["Svært god", "God", "Verken god eller dårlig", "Dårlig", "Svært dårlig"]

            ChoiceButton {
                required property string modelData

                text: modelData
                selected: modelData === root.answer

                onChosen: root.answer = modelData
            }
        }
        RowLayout {
            spacing: Theme.spaceS

            ChoiceButton {
                text: "Vet ikke"
            }
            MultiChoiceButton {
                text: "Vil ikke svare"
                selected: true
            }
        }
        RowLayout {
            AppButton {
                kind: AppButton.Quiet
                flush: true
                text: "Vil du si mer?"
            }
            Item {
                Layout.fillWidth: true
            }
            AppButton {
                kind: AppButton.Quiet
                flush: true
                text: "Hvorfor spør vi?"
            }
        }
    }
    BottomBar {
        text: "Svarene dine er lagret"
        leading: [
            AppButton {
                kind: AppButton.Secondary
                large: true
                text: "Tilbake"
            },
            AppButton {
                kind: AppButton.Secondary
                large: true
                text: "Hør"
            },
            AppButton {
                kind: AppButton.Quiet
                large: true
                text: "Ta pause"
            }
        ]
        trailing: [
            AppButton {
                large: true
                wide: true
                text: "Neste"
            }
        ]
    }
}

// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The mapping on the case page: the client's words first.    model: CaseViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Office

Card {
    id: root

    required property CaseViewModel model
    property bool showsEarlier: false

    title: qsTr("Kartlegging")
    header: Badge {
        width: Math.min(implicitWidth, root.contentWidth)
        text: root.model.mappingState
        tone: root.model.isConfirmed ? Badge.Success : Badge.Neutral
    }

    BodyText {
        color: Theme.toneColor(Notice.Warning)
        text: root.model.unreadText
        visible: text.length > 0
    }
    LayerBox {
        kind: LayerBox.Client
        label: qsTr("%1 med egne ord", "the client's first name").arg(root.model.firstName)
        visible: root.model.ownWords.length > 0

        BodyText {
            text: root.model.ownWords
        }
    }
    WordsUnder {
        label: qsTr("Dette har jeg med meg")
        text: root.model.resources
    }
    WordsUnder {
        label: qsTr("Dette er vanskelig nå")
        text: root.model.challenges
    }
    WordsUnder {
        label: qsTr("Dette kan vi prøve")
        text: root.model.possibilities
    }
    SecondaryText {
        text: qsTr("Her kommer det %1 selv sier i kartleggingen.").arg(root.model.firstName)
        visible: !root.model.hasWords
    }
    ActionRow {
        room: root.contentWidth
        columnSpacing: Theme.spaceXl
        visible: root.model.canReadMapping || root.model.earlier.count > 0

        AppButton {
            kind: AppButton.Quiet
            flush: true
            text: qsTr("Les hele")
            visible: root.model.canReadMapping

            onClicked: root.model.readMapping()
        }
        AppButton {
            kind: AppButton.Quiet
            flush: true
            text: root.showsEarlier ? qsTr("Skjul de tidligere") : qsTr("Tidligere kartlegginger")
            visible: root.model.earlier.count > 0

            onClicked: root.showsEarlier = !root.showsEarlier
        }
    }
    // A positioner, because Qt 6.4's layouts still lay out rows that a changed model has taken away.
    Column {
        Layout.fillWidth: true
        visible: root.showsEarlier && root.model.earlier.count > 0

        Repeater {
            model: root.model.earlier

            Column {
                id: row

                required property string mappingId
                required property string text
                required property bool canRead

                width: root.contentWidth

                AppButton {
                    kind: AppButton.Quiet
                    flush: true
                    text: row.text
                    visible: row.canRead

                    onClicked: root.model.readEarlier(row.mappingId)
                }
                SecondaryText {
                    width: row.width
                    text: row.text
                    visible: !row.canRead
                }
            }
        }
    }
}

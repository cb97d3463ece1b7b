// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The mapping on the case page: the client's words first.    model: CaseViewModel
import QtQuick
import Veikart.Controls
import Veikart.ViewModels.Office

Card {
    id: root

    required property CaseViewModel model

    title: qsTr("Kartlegging")
    header: Badge {
        text: root.model.mappingState
        tone: root.model.isConfirmed ? Badge.Success : Badge.Neutral
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
    AppButton {
        kind: AppButton.Quiet
        flush: true
        text: qsTr("Les hele")
        visible: root.model.canReadMapping

        onClicked: root.model.readMapping()
    }
}

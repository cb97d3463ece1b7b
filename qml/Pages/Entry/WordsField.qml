// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Where the five words are written. It keeps nothing once it has handed them over.
//   text: string    signal entered(string words)
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme

FocusScope {
    id: root

    property alias text: field.text

    signal entered(string words)

    function submit(): void {
        const words = field.text;
        if (words.length === 0)
            return;
        field.text = "";
        entered(words);
    }

    Layout.fillWidth: true
    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.spaceM

        SecretField {
            id: field

            focus: true
            label: qsTr("Fem ord")
            hint: qsTr("Med mellomrom mellom. De fire første bokstavene i hvert ord er nok.")

            onAccepted: root.submit()
        }
        AppButton {
            Layout.alignment: Qt.AlignRight
            enabled: field.text.length > 0
            text: qsTr("OK", "after the words")

            onClicked: root.submit()
        }
    }
}

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb_NO" sourcelanguage="nb_NO">
<context>
    <name>CaseAttachments</name>
    <message numerus="yes">
        <source>Åpne %n vedlegg</source>
        <comment>on the case page</comment>
        <translation>
            <numerusform>Åpne %n vedlegg</numerusform>
            <numerusform>Åpne %n vedlegg</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseContacts</name>
    <message numerus="yes">
        <source>Alle %n kontakter</source>
        <comment>on the case page</comment>
        <translation>
            <numerusform>Alle %n kontakt</numerusform>
            <numerusform>Alle %n kontakter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactFacts</name>
    <message numerus="yes">
        <source>%n min</source>
        <comment>how long</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veikart::ui::AppointmentsViewModel</name>
    <message numerus="yes">
        <source>%n avtaler til i dag: %1.</source>
        <translation>
            <numerusform>%n avtale til i dag: %1.</numerusform>
            <numerusform>%n avtaler til i dag: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veikart::ui::AutoLock</name>
    <message numerus="yes">
        <source>Nettbrettet låses om %n sekunder. Det du har skrevet, blir tatt vare på. Trykk hvor som helst for å fortsette.</source>
        <translation>
            <numerusform>Nettbrettet låses om %n sekund. Det du har skrevet, blir tatt vare på. Trykk hvor som helst for å fortsette.</numerusform>
            <numerusform>Nettbrettet låses om %n sekunder. Det du har skrevet, blir tatt vare på. Trykk hvor som helst for å fortsette.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veikart::ui::CaseReview</name>
    <message numerus="yes">
        <source>%n opplysninger har to versjoner.</source>
        <translation>
            <numerusform>%n opplysning har to versjoner.</numerusform>
            <numerusform>%n opplysninger har to versjoner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opplysninger kom fra noen som ikke hadde saken lenger.</source>
        <translation>
            <numerusform>%n opplysning kom fra noen som ikke hadde saken lenger.</numerusform>
            <numerusform>%n opplysninger kom fra noen som ikke hadde saken lenger.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veikart::ui::CaseViewModel</name>
    <message numerus="yes">
        <source>%n år</source>
        <translation>
            <numerusform>%n år</numerusform>
            <numerusform>%n år</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veikart::ui::CaseloadViewModel</name>
    <message numerus="yes">
        <source>Avtalt hver %n. dag.</source>
        <translation>
            <numerusform>Avtalt hver %n. dag.</numerusform>
            <numerusform>Avtalt hver %n. dag.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opplysninger har to versjoner</source>
        <translation>
            <numerusform>%n opplysning har to versjoner</numerusform>
            <numerusform>%n opplysninger har to versjoner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opplysninger kom etter at saken skiftet hender</source>
        <translation>
            <numerusform>%n opplysning kom etter at saken skiftet hender</numerusform>
            <numerusform>%n opplysninger kom etter at saken skiftet hender</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brukere til sammen</source>
        <translation>
            <numerusform>%n bruker til sammen</numerusform>
            <numerusform>%n brukere til sammen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %n deles med %1</source>
        <translation>
            <numerusform> · %n deles med %1</numerusform>
            <numerusform> · %n deles med %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veikart::ui::MappingStartViewModel</name>
    <message numerus="yes">
        <source>Opptil %n spørsmål</source>
        <translation>
            <numerusform>Opptil %n spørsmål</numerusform>
            <numerusform>Opptil %n spørsmål</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veikart::ui::SupervisorViewModel</name>
    <message numerus="yes">
        <source>%n opplysninger har to versjoner</source>
        <translation>
            <numerusform>%n opplysning har to versjoner</numerusform>
            <numerusform>%n opplysninger har to versjoner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n siden i går</source>
        <translation>
            <numerusform>%n siden i går</numerusform>
            <numerusform>%n siden i går</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %n trenger deg</source>
        <translation>
            <numerusform> · %n trenger deg</numerusform>
            <numerusform> · %n trenger deg</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veikart::ui::SurveyViewModel</name>
    <message numerus="yes">
        <source>%n temaer igjen</source>
        <translation>
            <numerusform>%n tema igjen</numerusform>
            <numerusform>%n temaer igjen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n temaer er besvart</source>
        <translation>
            <numerusform>%n tema er besvart</numerusform>
            <numerusform>%n temaer er besvart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veikart::ui::SyncViewModel</name>
    <message numerus="yes">
        <source>%n endringer ble ikke tatt imot.</source>
        <translation>
            <numerusform>%n endring ble ikke tatt imot.</numerusform>
            <numerusform>%n endringer ble ikke tatt imot.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endringer venter.</source>
        <translation>
            <numerusform>%n endring venter.</numerusform>
            <numerusform>%n endringer venter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opplysninger kan ikke vises.</source>
        <translation>
            <numerusform>%n opplysning kan ikke vises.</numerusform>
            <numerusform>%n opplysninger kan ikke vises.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veikart::ui::UnlockViewModel</name>
    <message numerus="yes">
        <source>Feil for mange ganger. Prøv igjen om %n sekunder.</source>
        <translation>
            <numerusform>Feil for mange ganger. Prøv igjen om %n sekund.</numerusform>
            <numerusform>Feil for mange ganger. Prøv igjen om %n sekunder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Feil for mange ganger. Prøv igjen om %n minutter.</source>
        <translation>
            <numerusform>Feil for mange ganger. Prøv igjen om %n minutt.</numerusform>
            <numerusform>Feil for mange ganger. Prøv igjen om %n minutter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Det var ikke ordene. Du har %n forsøk igjen.</source>
        <translation>
            <numerusform>Det var ikke ordene. Du har %n forsøk igjen.</numerusform>
            <numerusform>Det var ikke ordene. Du har %n forsøk igjen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Feil PIN. Du har %n forsøk igjen.</source>
        <translation>
            <numerusform>Feil PIN. Du har %n forsøk igjen.</numerusform>
            <numerusform>Feil PIN. Du har %n forsøk igjen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>veikart::ui::UnsentViewModel</name>
    <message numerus="yes">
        <source>%n ganger</source>
        <translation>
            <numerusform>%n gang</numerusform>
            <numerusform>%n ganger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endringer venter.</source>
        <translation>
            <numerusform>%n endring venter.</numerusform>
            <numerusform>%n endringer venter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endringer ble ikke tatt imot.</source>
        <translation>
            <numerusform>%n endring ble ikke tatt imot.</numerusform>
            <numerusform>%n endringer ble ikke tatt imot.</numerusform>
        </translation>
    </message>
</context>
</TS>

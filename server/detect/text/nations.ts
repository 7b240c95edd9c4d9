/** Nationalities and their countries; every form leads to the country's key. */
const FORMS = `us usa u.s u.s. america american americans united_states washington
uk britain british briton britons u.k u.k. united_kingdom
russia russian russians moscow kremlin
china chinese beijing
iraq iraqi iraqis
iran iranian iranians tehran
israel israeli israelis
syria syrian syrians
france french frenchman
germany german germans
spain spanish spaniard spaniards
italy italian italians
portugal portuguese
poland polish pole poles
ukraine ukrainian ukrainians
turkey turkish turk turks
greece greek greeks
egypt egyptian egyptians
india indian indians
pakistan pakistani pakistanis
afghanistan afghan afghans
japan japanese
korea korean koreans
mexico mexican mexicans
brazil brazilian brazilians
argentina argentine argentinian argentinians
canada canadian canadians
australia australian australians
ireland irish
scotland scottish scots
wales welsh
england english
netherlands dutch holland
belgium belgian belgians
sweden swedish swede swedes
norway norwegian norwegians
denmark danish dane danes
finland finnish finn finns
austria austrian austrians
switzerland swiss
hungary hungarian hungarians
romania romanian romanians
bulgaria bulgarian bulgarians
serbia serbian serb serbs
croatia croatian croat croats
nepal nepali nepalese
saudi saudis saudi_arabia
lebanon lebanese
nicaragua nicaraguan
cuba cuban cubans
venezuela venezuelan venezuelans
nigeria nigerian nigerians
kenya kenyan kenyans
ethiopia ethiopian ethiopians
yemen yemeni yemenis
libya libyan libyans
palestine palestinian palestinians gaza
europe european europeans eu
`

/** Lower-case name or adjective → the key of the nation it stands for. */
export const NATIONS: ReadonlyMap<string, string> = new Map(
  FORMS.trim()
    .split('\n')
    .flatMap(line => {
      const forms = line.split(' ')
      return forms.map(form => [form.replaceAll('_', ' '), `nation:${forms[0]}`] as const)
    }),
)

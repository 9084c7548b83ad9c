<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>{command} means nothing while the session is {state}</source>
        <translation>{command} no significa nada mientras la sesión está {state}</translation>
    </message>
    <message>
        <source>{command} has to say more</source>
        <translation>{command} tiene que decir más</translation>
    </message>
    <message>
        <source>the workout has no such place</source>
        <translation>el entrenamiento no tiene ese lugar</translation>
    </message>
    <message>
        <source>nothing lasts longer than 24 h</source>
        <translation>nada dura más de 24 h</translation>
    </message>
    <message>
        <source>a stop can be taken back within ten minutes, and these are over</source>
        <translation>una parada se puede deshacer durante diez minutos, y ya han pasado</translation>
    </message>
    <message>
        <source>a split cannot lie before the session</source>
        <translation>un parcial no puede ser anterior a la sesión</translation>
    </message>
    <message>
        <source>a split cannot lie in the future</source>
        <translation>un parcial no puede estar en el futuro</translation>
    </message>
    <message>
        <source>there is a press at that instant already</source>
        <translation>ya hay una pulsación en ese instante</translation>
    </message>
    <message>
        <source>there is no such press</source>
        <translation>no existe esa pulsación</translation>
    </message>
    <message>
        <source>a press that is moved by nothing stays where it is</source>
        <translation>una pulsación que no se mueve nada se queda donde está</translation>
    </message>
    <message>
        <source>a press cannot be moved before the one before it</source>
        <translation>una pulsación no se puede mover antes de la anterior</translation>
    </message>
    <message>
        <source>a press cannot be moved past the one after it</source>
        <translation>una pulsación no se puede mover más allá de la siguiente</translation>
    </message>
    <message>
        <source>a press cannot be moved into the future</source>
        <translation>una pulsación no se puede mover al futuro</translation>
    </message>
    <message>
        <source>no lap press was refused then</source>
        <translation>entonces no se rechazó ninguna pulsación de vuelta</translation>
    </message>
    <message>
        <source>there was nothing to record then: a count, a pause or the end</source>
        <translation>entonces no había nada que registrar: una cuenta atrás, una pausa o el final</translation>
    </message>
    <message>
        <source>a mark comes after the one before it, and no later than the last</source>
        <translation>una marca va después de la anterior y no más allá de la última</translation>
    </message>
    <message>
        <source>a later split could not keep the mark it was given</source>
        <translation>un parcial posterior no podría conservar la marca que se le dio</translation>
    </message>
    <message>
        <source>a lap takes more than nothing and less than 24 h</source>
        <translation>una vuelta dura más de nada y menos de 24 h</translation>
    </message>
    <message>
        <source>there is no such lap to guess</source>
        <translation>no hay tal vuelta que adivinar</translation>
    </message>
    <message>
        <source>repeats stand more than {n} deep in one another</source>
        <translation>hay más de {n} bloques metidos unos en otros</translation>
    </message>
    <message>
        <source>the workout is too long: more than {most} steps are written</source>
        <translation>el entrenamiento es demasiado largo: hay más de {most} pasos escritos</translation>
    </message>
    <message>
        <source>repeat them</source>
        <translation>júntalos en un bloque</translation>
    </message>
    <message>
        <source>write it as {one} or {other}</source>
        <translation>escríbelo como {one} o {other}</translation>
    </message>
    <message>
        <source>a step is a line of text or a table</source>
        <translation>un paso es una línea de texto o una tabla</translation>
    </message>
    <message>
        <source>{part} is not understood</source>
        <translation>no se entiende {part}</translation>
    </message>
    <message>
        <source>write it as {example}, or take it out</source>
        <translation>escríbelo como {example}, o quítalo</translation>
    </message>
    <message>
        <source>the step is empty</source>
        <translation>el paso está vacío</translation>
    </message>
    <message>
        <source>a step does one thing, this one says nothing</source>
        <translation>un paso hace una cosa, este no dice ninguna</translation>
    </message>
    <message>
        <source>a step does one thing, this one says {words}</source>
        <translation>un paso hace una cosa, este dice {words}</translation>
    </message>
    <message>
        <source>give one of {words}</source>
        <translation>da uno de {words}</translation>
    </message>
    <message>
        <source>only a repeat has steps</source>
        <translation>solo un bloque tiene pasos</translation>
    </message>
    <message>
        <source>a recovery has no target and no name</source>
        <translation>una recuperación no tiene objetivo ni nombre</translation>
    </message>
    <message>
        <source>leave them out</source>
        <translation>quítalos</translation>
    </message>
    <message>
        <source>a repeat needs steps</source>
        <translation>un bloque necesita pasos</translation>
    </message>
    <message>
        <source>a repeat has no target and no name of its own</source>
        <translation>un bloque no tiene objetivo ni nombre propios</translation>
    </message>
    <message>
        <source>give them to the steps in it</source>
        <translation>dáselos a los pasos que contiene</translation>
    </message>
    <message>
        <source>{key} = {value} is no count</source>
        <translation>{key} = {value} no es un número de veces</translation>
    </message>
    <message>
        <source>write it as {one} or as {other}</source>
        <translation>escríbelo como {one} o como {other}</translation>
    </message>
    <message>
        <source>{part} is no recovery</source>
        <translation>{part} no es una recuperación</translation>
    </message>
    <message>
        <source>see {file}</source>
        <translation>mira {file}</translation>
    </message>
    <message>
        <source>write it as {example}</source>
        <translation>escríbelo como {example}</translation>
    </message>
    <message>
        <source>{words} and {word}</source>
        <translation>{words} y {word}</translation>
    </message>
    <message>
        <source>nothing of it is understood</source>
        <translation>no se entiende nada</translation>
    </message>
    <message>
        <source>write it as 8 x 200m w/ 200m jog</source>
        <translation>escríbelo así: 8 x 200m w/ 200m jog</translation>
    </message>
    <message>
        <source>most of this text is no workout</source>
        <translation>la mayor parte de este texto no es un entrenamiento</translation>
    </message>
    <message>
        <source>not understood and left out: {part}</source>
        <translation>no se entendió y se omite: {part}</translation>
    </message>
    <message>
        <source>the name is left out, since it would be read as a part of the workout</source>
        <translation>el nombre se omite, pues se leería como parte del entrenamiento</translation>
    </message>
    <message>
        <source>some steps are read back otherwise than they are</source>
        <translation>algunos pasos se leen luego de otra manera</translation>
    </message>
    <message>
        <source>its tags are left out</source>
        <translation>sus etiquetas se omiten</translation>
    </message>
    <message>
        <source>the text about it is left out</source>
        <translation>la descripción se omite</translation>
    </message>
    <message>
        <source>The screen may go dark: there is no session bus to ask.</source>
        <translation>La pantalla puede apagarse: no hay bus de sesión al que pedírselo.</translation>
    </message>
    <message>
        <source>The screen may go dark: the session bus does not answer.</source>
        <translation>La pantalla puede apagarse: el bus de sesión no responde.</translation>
    </message>
    <message>
        <source>The screen may go dark: this desktop has no screen saver that can be asked to wait.</source>
        <translation>La pantalla puede apagarse: este escritorio no tiene un salvapantallas al que se le pueda pedir que espere.</translation>
    </message>
    <message>
        <source>The screen may go dark: the screen saver does not answer.</source>
        <translation>La pantalla puede apagarse: el salvapantallas no responde.</translation>
    </message>
    <message>
        <source>The screen stays awake.</source>
        <translation>La pantalla se queda encendida.</translation>
    </message>
    <message>
        <source>The screen may go dark: Windows refused to keep it on.</source>
        <translation>La pantalla puede apagarse: Windows no quiso dejarla encendida.</translation>
    </message>
    <message>
        <source>The screen may go dark: caffeinate is missing.</source>
        <translation>La pantalla puede apagarse: falta caffeinate.</translation>
    </message>
    <message>
        <source>paused, {phase}, {place}</source>
        <translation>en pausa, {phase}, {place}</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>EN PAUSA</translation>
    </message>
    <message>
        <source>laps as bars</source>
        <translation>vueltas en barras</translation>
    </message>
    <message>
        <source>± in all</source>
        <translation>± total</translation>
    </message>
    <message>
        <source>+ slower</source>
        <translation>+ más lento</translation>
    </message>
    <message>
        <source>− faster</source>
        <translation>− más rápido</translation>
    </message>
    <message>
        <source>left</source>
        <translation>restante</translation>
    </message>
    <message>
        <source>elapsed</source>
        <translation>transcurrido</translation>
    </message>
    <message>
        <source>{passed} of {total}</source>
        <translation>{passed} de {total}</translation>
    </message>
    <message>
        <source>lap {number} of {most}</source>
        <translation>vuelta {number} de {most}</translation>
    </message>
    <message>
        <source>after lap {number} of {most}</source>
        <translation>tras la vuelta {number} de {most}</translation>
    </message>
    <message>
        <source>even laps</source>
        <translation>vueltas iguales</translation>
    </message>
    <message>
        <source>Clock hidden. Press at each line.</source>
        <translation>Reloj oculto. Pulsa en cada paso por la línea.</translation>
    </message>
    <message>
        <source>Lap {number}</source>
        <translation>Vuelta {number}</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>tomada</translation>
    </message>
    <message>
        <source>lap {number} / {most}</source>
        <translation>vuelta {number} / {most}</translation>
    </message>
    <message>
        <source>READY</source>
        <translation>LISTO</translation>
    </message>
    <message>
        <source>STOPPED</source>
        <translation>DETENIDO</translation>
    </message>
    <message>
        <source>FINISHED</source>
        <translation>TERMINADO</translation>
    </message>
    <message>
        <source>EASY</source>
        <translation>SUAVE</translation>
    </message>
    <message>
        <source>set {number} / {most}</source>
        <translation>serie {number} / {most}</translation>
    </message>
    <message>
        <source>belt</source>
        <translation>cinta</translation>
    </message>
    <message>
        <source>reps</source>
        <translation>repeticiones</translation>
    </message>
    <message>
        <source>length</source>
        <translation>longitud</translation>
    </message>
    <message>
        <source>target</source>
        <translation>objetivo</translation>
    </message>
    <message>
        <source>{recovery} between</source>
        <translation>{recovery} entre medias</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>recuperación</translation>
    </message>
    <message>
        <source>block {number} of {most}</source>
        <translation>bloque {number} de {most}</translation>
    </message>
    <message>
        <source>on {time}</source>
        <comment>a send-off</comment>
        <translation>saliendo cada {time}</translation>
    </message>
    <message>
        <source>equal {recovery}</source>
        <translation>{recovery} igual</translation>
    </message>
    <message>
        <source>{n} sets</source>
        <translation>{n} series</translation>
    </message>
    <message>
        <source>1 set</source>
        <translation>1 serie</translation>
    </message>
    <message>
        <source>{n} × {step}</source>
        <translation>{n} × {step}</translation>
    </message>
    <message>
        <source>{pace} {shift} s/{distance}</source>
        <translation>{pace} {shift} s/{distance}</translation>
    </message>
    <message>
        <source>no rest between</source>
        <translation>sin descanso entre medias</translation>
    </message>
    <message>
        <source>ended by hand</source>
        <translation>se termina a mano</translation>
    </message>
    <message>
        <source>recovery</source>
        <comment>a step of its own</comment>
        <translation>recuperación</translation>
    </message>
    <message>
        <source>easy</source>
        <comment>a warm-up</comment>
        <translation>suave</translation>
    </message>
    <message>
        <source>no pace asked</source>
        <translation>sin ritmo pedido</translation>
    </message>
    <message>
        <source>by effort</source>
        <translation>por esfuerzo</translation>
    </message>
    <message>
        <source>{time}/mi</source>
        <translation>{time}/mi</translation>
    </message>
    <message>
        <source>{time}/km</source>
        <translation>{time}/km</translation>
    </message>
    <message>
        <source>next: the end</source>
        <translation>luego: fin</translation>
    </message>
    <message>
        <source>next: {step}, {rep}</source>
        <translation>luego: {step}, {rep}</translation>
    </message>
    <message>
        <source>next: {step}</source>
        <translation>luego: {step}</translation>
    </message>
    <message>
        <source>belt, {unit}</source>
        <translation>cinta, {unit}</translation>
    </message>
    <message>
        <source>set the belt to, {unit}</source>
        <translation>poner la cinta a, {unit}</translation>
    </message>
    <message>
        <source>belt next, {unit}</source>
        <translation>cinta después, {unit}</translation>
    </message>
    <message>
        <source>a mile at it</source>
        <translation>una milla así</translation>
    </message>
    <message>
        <source>{incline} % costs like (ACSM)</source>
        <translation>{incline} % cuesta como (ACSM)</translation>
    </message>
    <message>
        <source>split</source>
        <translation>parcial</translation>
    </message>
    <message>
        <source>lap</source>
        <translation>vuelta</translation>
    </message>
    <message>
        <source>target at {metres} m</source>
        <translation>objetivo a {metres} m</translation>
    </message>
    <message>
        <source>then each lap</source>
        <translation>luego cada vuelta</translation>
    </message>
    <message>
        <source>Even laps with the clock hidden. Press at each line, say what each lap took, then see it.</source>
        <translation>Vueltas iguales con el reloj oculto. Pulsa en cada paso por la línea, di cuánto duró cada vuelta y luego míralo.</translation>
    </message>
    <message>
        <source>back to the level that is proposed</source>
        <translation>volver al nivel propuesto</translation>
    </message>
    <message>
        <source>time of a lap</source>
        <translation>tiempo por vuelta</translation>
    </message>
    <message>
        <source>tones, then none</source>
        <translation>tonos, luego ninguno</translation>
    </message>
    <message>
        <source>between laps</source>
        <translation>entre vueltas</translation>
    </message>
    <message>
        <source>tones</source>
        <translation>tonos</translation>
    </message>
    <message>
        <source>none, one run</source>
        <translation>nada, seguidas</translation>
    </message>
    <message>
        <source>rest, guess in it</source>
        <translation>descanso, para calcular</translation>
    </message>
    <message>
        <source>Past scores are drawn here.</source>
        <translation>Aquí se dibujan las puntuaciones pasadas.</translation>
    </message>
    <message>
        <source>every {metres} m</source>
        <translation>cada {metres} m</translation>
    </message>
    <message>
        <source>at the line</source>
        <translation>en la línea</translation>
    </message>
    <message>
        <source>at {metres} m</source>
        <translation>a los {metres} m</translation>
    </message>
    <message>
        <source>none</source>
        <comment>tones</comment>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Start level {number}</source>
        <translation>Empezar nivel {number}</translation>
    </message>
    <message>
        <source>Back to {level}</source>
        <translation>Volver al {level}</translation>
    </message>
    <message>
        <source>your recovery so far</source>
        <translation>tu recuperación hasta ahora</translation>
    </message>
    <message>
        <source>usual recovery</source>
        <translation>recuperación habitual</translation>
    </message>
    <message>
        <source>each {metres} m</source>
        <translation>cada {metres} m</translation>
    </message>
    <message>
        <source>then the next lap</source>
        <translation>luego la vuelta siguiente</translation>
    </message>
    <message>
        <source>last {metres} m</source>
        <translation>últimos {metres} m</translation>
    </message>
    <message>
        <source>± lap</source>
        <translation>± vuelta</translation>
    </message>
    <message>
        <source>each lap from here</source>
        <translation>cada vuelta desde aquí</translation>
    </message>
    <message>
        <source>needed for the rest</source>
        <translation>para el resto</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>previsión</translation>
    </message>
    <message>
        <source>rest on target</source>
        <translation>si sigues el plan</translation>
    </message>
    <message>
        <source>No goal is set, so its paces have no seconds.</source>
        <translation>No hay objetivo fijado: sus ritmos no tienen segundos.</translation>
    </message>
    <message>
        <source>set a goal</source>
        <translation>fijar un objetivo</translation>
    </message>
    <message>
        <source>set a goal mile</source>
        <translation>fijar una milla objetivo</translation>
    </message>
    <message>
        <source>measured</source>
        <comment>distance</comment>
        <translation>medido</translation>
    </message>
    <message>
        <source>time</source>
        <translation>tiempo</translation>
    </message>
    <message>
        <source>last lap</source>
        <translation>última vuelta</translation>
    </message>
    <message>
        <source>Not taken: the count is on.</source>
        <translation>No vale: está en marcha la cuenta atrás.</translation>
    </message>
    <message>
        <source>Not taken: wait for the go.</source>
        <translation>No contada: espera la salida.</translation>
    </message>
    <message>
        <source>Not taken: too soon to be at a mark.</source>
        <translation>No vale: demasiado pronto para estar en una marca.</translation>
    </message>
    <message>
        <source>Not taken: too soon after the line.</source>
        <translation>No vale: demasiado pronto tras la línea.</translation>
    </message>
    <message>
        <source>Not taken: too soon.</source>
        <translation>No vale: demasiado pronto.</translation>
    </message>
    <message>
        <source>Taken back: {command}.</source>
        <translation>Deshecho: {command}.</translation>
    </message>
    <message>
        <source>Press {lap} to start.</source>
        <translation>Pulsa {lap} para empezar.</translation>
    </message>
    <message>
        <source>Paused. Press {lap} to go on.</source>
        <translation>En pausa. Pulsa {lap} para seguir.</translation>
    </message>
    <message>
        <source>{done} of {least}–{most} done: {leave} leaves the block.</source>
        <translation>{done} de {least}–{most} hechas: {leave} sale del bloque.</translation>
    </message>
    <message>
        <source>Wait for the go: the clock starts with it.</source>
        <translation>Espera la salida: empieza el reloj.</translation>
    </message>
    <message>
        <source>Press {lap} when the set is done.</source>
        <translation>Pulsa {lap} al acabar la serie.</translation>
    </message>
    <message>
        <source>Press {lap} when ready.</source>
        <translation>Pulsa {lap} cuando quieras.</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>previsto</translation>
    </message>
    <message>
        <source>work</source>
        <translation>trabajo</translation>
    </message>
    <message>
        <source>average</source>
        <translation>media</translation>
    </message>
    <message>
        <source>spread (CV)</source>
        <translation>dispersión (CV)</translation>
    </message>
    <message>
        <source>on target</source>
        <translation>en objetivo</translation>
    </message>
    <message>
        <source>{n} of {most}</source>
        <translation>{n} de {most}</translation>
    </message>
    <message>
        <source>Tap along</source>
        <translation>Toca al compás</translation>
    </message>
    <message>
        <source>A Bluetooth loudspeaker is heard late, some by 300 ms. Tap with the beats you hear; then every planned cue leaves that much earlier and is heard on time.</source>
        <translation>Un altavoz Bluetooth se oye tarde, algunos hasta 300 ms. Toca con los golpes que oigas; después cada señal prevista saldrá ese tiempo antes y se oirá en su momento.</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>Fijarlo</translation>
    </message>
    <message>
        <source>space</source>
        <translation>espacio</translation>
    </message>
    <message>
        <source>tap</source>
        <translation>tocar</translation>
    </message>
    <message>
        <source>enter</source>
        <translation>intro</translation>
    </message>
    <message>
        <source>set it</source>
        <translation>fijar</translation>
    </message>
    <message>
        <source>esc</source>
        <translation>esc</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>salir</translation>
    </message>
    <message>
        <source>1 tap</source>
        <translation>1 toque</translation>
    </message>
    <message>
        <source>{n} taps</source>
        <translation>{n} toques</translation>
    </message>
    <message>
        <source>Space begins {n} beats. Wait for them, then tap with each.</source>
        <translation>Espacio inicia {n} golpes. Espéralos y toca con cada uno.</translation>
    </message>
    <message>
        <source>Space with every beat you hear.</source>
        <translation>Espacio con cada golpe que oigas.</translation>
    </message>
    <message>
        <source>The beats are over. Space begins them again.</source>
        <translation>Los golpes han terminado. Espacio los repite.</translation>
    </message>
    <message>
        <source>late by, as set now</source>
        <translation>retraso, fijado ahora</translation>
    </message>
    <message>
        <source>late by</source>
        <translation>retraso</translation>
    </message>
    <message>
        <source>Each tap is a dot. A steady hand draws a line.</source>
        <translation>Cada toque es un punto. Una mano regular dibuja una línea.</translation>
    </message>
    <message>
        <source>Set {figure} ms</source>
        <translation>Fijar {figure} ms</translation>
    </message>
    <message>
        <source>Too few taps to tell how late it is.</source>
        <translation>Muy pocos toques para saber cuánto se retrasa.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>start</source>
        <translation>empezar</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>favorito</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>editar</translation>
    </message>
    <message>
        <source>ctrl D</source>
        <translation>ctrl D</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>duplicar</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>renombrar</translation>
    </message>
    <message>
        <source>remove</source>
        <comment>a workout</comment>
        <translation>quitar</translation>
    </message>
    <message>
        <source>ctrl F</source>
        <translation>ctrl F</translation>
    </message>
    <message>
        <source>find</source>
        <translation>buscar</translation>
    </message>
    <message>
        <source>type one</source>
        <translation>escribir uno</translation>
    </message>
    <message>
        <source>no favourite</source>
        <translation>quitar favorito</translation>
    </message>
    <message>
        <source>count begins</source>
        <translation>cuenta atrás</translation>
    </message>
    <message>
        <source>3, 2, 1</source>
        <translation>3, 2, 1</translation>
    </message>
    <message>
        <source>go</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>halfway</source>
        <translation>mitad</translation>
    </message>
    <message>
        <source>ten seconds left</source>
        <translation>faltan 10 s</translation>
    </message>
    <message>
        <source>rep over</source>
        <translation>fin de rep.</translation>
    </message>
    <message>
        <source>lap press</source>
        <translation>pulsación</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>marca</translation>
    </message>
    <message>
        <source>mark, second pace</source>
        <translation>marca, otro ritmo</translation>
    </message>
    <message>
        <source>bell</source>
        <translation>campana</translation>
    </message>
    <message>
        <source>workout over</source>
        <translation>fin de sesión</translation>
    </message>
    <message>
        <source>which rep, and what it asks</source>
        <translation>qué repetición, y qué pide</translation>
    </message>
    <message>
        <source>lap times</source>
        <translation>tiempos de vuelta</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>avisos</translation>
    </message>
    <message>
        <source>the recovery</source>
        <translation>la recuperación</translation>
    </message>
    <message>
        <source>belt speed</source>
        <translation>velocidad de la cinta</translation>
    </message>
    <message>
        <source>times of the marks</source>
        <translation>tiempos de las marcas</translation>
    </message>
    <message>
        <source>lead-in</source>
        <translation>cuenta</translation>
    </message>
    <message>
        <source>pip</source>
        <translation>pip</translation>
    </message>
    <message>
        <source>last-ten</source>
        <translation>diez</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>final</translation>
    </message>
    <message>
        <source>mark 2</source>
        <translation>marca 2</translation>
    </message>
    <message>
        <source>end</source>
        <translation>fin</translation>
    </message>
    <message>
        <source>low</source>
        <translation>grave</translation>
    </message>
    <message>
        <source>high</source>
        <translation>agudo</translation>
    </message>
    <message>
        <source>trill</source>
        <translation>trino</translation>
    </message>
    <message>
        <source>siren</source>
        <translation>sirena</translation>
    </message>
    <message>
        <source>silent until a treadmill is set</source>
        <translation>en silencio mientras no haya cinta</translation>
    </message>
    <message>
        <source>silent until the light is set to speak</source>
        <translation>en silencio mientras la luz no hable</translation>
    </message>
    <message>
        <source>full</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>pips only</source>
        <translation>solo pitidos</translation>
    </message>
    <message>
        <source>voice only</source>
        <translation>solo voz</translation>
    </message>
    <message>
        <source>race</source>
        <translation>carrera</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>silencio</translation>
    </message>
    <message>
        <source>Tones and the voice.</source>
        <translation>Los tonos y la voz.</translation>
    </message>
    <message>
        <source>All tones, no voice.</source>
        <translation>Todos los tonos, sin voz.</translation>
    </message>
    <message>
        <source>The voice, no tones.</source>
        <translation>La voz, sin tonos.</translation>
    </message>
    <message>
        <source>The marks and the bell, nothing else.</source>
        <translation>Las marcas y la campana, nada más.</translation>
    </message>
    <message>
        <source>Nothing sounds.</source>
        <translation>No suena nada.</translation>
    </message>
    <message>
        <source>On as well: {kinds}.</source>
        <translation>También: {kinds}.</translation>
    </message>
    <message>
        <source>Off: {kinds}.</source>
        <translation>Sin: {kinds}.</translation>
    </message>
    <message>
        <source>On as well: 1 kind.</source>
        <translation>También: 1 tipo.</translation>
    </message>
    <message>
        <source>On as well: {n} kinds.</source>
        <translation>También: {n} tipos.</translation>
    </message>
    <message>
        <source>Off: 1 kind.</source>
        <translation>Sin: 1 tipo.</translation>
    </message>
    <message>
        <source>Off: {n} kinds.</source>
        <translation>Sin: {n} tipos.</translation>
    </message>
    <message>
        <source>{cue}: hear it</source>
        <translation>{cue}: oírlo</translation>
    </message>
    <message>
        <source>{cue}: volume in percent</source>
        <translation>{cue}: volumen en tanto por ciento</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>sonido</translation>
    </message>
    <message>
        <source>volume, %</source>
        <translation>volumen, %</translation>
    </message>
    <message>
        <source>{n} of {most} on target</source>
        <translation>{n} de {most} en objetivo</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Práctica</translation>
    </message>
    <message>
        <source>{level}, passed</source>
        <translation>{level}, superado</translation>
    </message>
    <message>
        <source>stopped after {metres} m</source>
        <translation>detenida a los {metres} m</translation>
    </message>
    <message>
        <source>on {goal}</source>
        <translation>en {goal} justos</translation>
    </message>
    <message>
        <source>{size} inside {goal}</source>
        <translation>{size} por debajo de {goal}</translation>
    </message>
    <message>
        <source>{size} outside {goal}</source>
        <translation>{size} por encima de {goal}</translation>
    </message>
    <message>
        <source>at {speed}</source>
        <comment>on a treadmill</comment>
        <translation>a {speed}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>{done} of {planned} reps</source>
        <translation>{done} de {planned} repeticiones</translation>
    </message>
    <message>
        <source>average {time}</source>
        <translation>media {time}</translation>
    </message>
    <message>
        <source>official {time} (hand)</source>
        <translation>oficial {time} (manual)</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n} caracteres</translation>
    </message>
    <message>
        <source>{n} lines</source>
        <translation>{n} líneas</translation>
    </message>
    <message>
        <source>goal mile</source>
        <translation>objetivo</translation>
    </message>
    <message>
        <source>best mile</source>
        <translation>mejor milla</translation>
    </message>
    <message>
        <source>lead-in, s</source>
        <translation>cuenta, s</translation>
    </message>
    <message>
        <source>marks at</source>
        <translation>marcas</translation>
    </message>
    <message>
        <source>m:ss</source>
        <translation>m:ss</translation>
    </message>
    <message>
        <source>track</source>
        <translation>pista</translation>
    </message>
    <message>
        <source>pacing</source>
        <translation>ritmo</translation>
    </message>
    <message>
        <source>pacing: track, race and start</source>
        <translation>ritmo: pista, carrera y salida</translation>
    </message>
    <message>
        <source>440y</source>
        <translation>440y</translation>
    </message>
    <message>
        <source>lead-in seconds</source>
        <translation>segundos de cuenta atrás</translation>
    </message>
    <message>
        <source>marks</source>
        <translation>marcas</translation>
    </message>
    <message>
        <source>each lap</source>
        <translation>vuelta</translation>
    </message>
    <message>
        <source>The {name} is a time such as 5:20.</source>
        <translation>El tiempo de «{name}» se escribe así: 5:20.</translation>
    </message>
    <message>
        <source>No goal: laps have no ±.</source>
        <translation>Sin objetivo no hay ±.</translation>
    </message>
    <message>
        <source>{time} per 400 m</source>
        <translation>{time} por 400 m</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>filtros</translation>
    </message>
    <message>
        <source>favourites</source>
        <translation>favoritos</translation>
    </message>
    <message>
        <source>only favourites</source>
        <translation>solo favoritos</translation>
    </message>
    <message>
        <source>length: {length}</source>
        <translation>duración: {length}</translation>
    </message>
    <message>
        <source>purpose: {purpose}</source>
        <translation>finalidad: {purpose}</translation>
    </message>
    <message>
        <source>tag: {tag}</source>
        <translation>etiqueta: {tag}</translation>
    </message>
    <message>
        <source>Reading the workouts …</source>
        <translation>Leyendo los entrenamientos…</translation>
    </message>
    <message>
        <source>under 30 min</source>
        <translation>menos de 30 min</translation>
    </message>
    <message>
        <source>30–60 min</source>
        <translation>30–60 min</translation>
    </message>
    <message>
        <source>over 60 min</source>
        <translation>más de 60 min</translation>
    </message>
    <message>
        <source>under 30</source>
        <translation>&lt; 30</translation>
    </message>
    <message>
        <source>over 60</source>
        <translation>&gt; 60</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>tuyo</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoritos</translation>
    </message>
    <message>
        <source>Workouts</source>
        <translation>Entrenamientos</translation>
    </message>
    <message>
        <source>For another best mile</source>
        <translation>Para otra mejor milla</translation>
    </message>
    <message>
        <source>Files to mend</source>
        <translation>Archivos por corregir</translation>
    </message>
    <message>
        <source>{n} of {of} workouts</source>
        <translation>{n} de {of} entrenamientos</translation>
    </message>
    <message>
        <source>1 workout</source>
        <translation>1 entrenamiento</translation>
    </message>
    <message>
        <source>{n} workouts</source>
        <translation>{n} entrenamientos</translation>
    </message>
    <message>
        <source>How fast is your mile?</source>
        <translation>¿Cómo de rápida es tu milla?</translation>
    </message>
    <message>
        <source>Every lap, target and ± is worked out from it. Both can be changed at any time.</source>
        <translation>De ella salen cada vuelta, cada objetivo y cada ±. Puedes cambiar ambas cuando quieras.</translation>
    </message>
    <message>
        <source>minutes and seconds, such as 5:20</source>
        <translation>minutos y segundos, como 5:20</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Your unsaved changes are here again.</source>
        <translation>Aquí están otra vez tus cambios sin guardar.</translation>
    </message>
    <message>
        <source>{name} is kept unsaved.</source>
        <translation>{name} se conserva sin guardar.</translation>
    </message>
    <message>
        <source>Your unsaved workout is here again: {name}.</source>
        <translation>Aquí está otra vez tu entrenamiento sin guardar: {name}.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Descartarlo</translation>
    </message>
    <message>
        <source>As it is saved.</source>
        <translation>Tal como está guardado.</translation>
    </message>
    <message>
        <source>Your unsaved workout is here again.</source>
        <translation>Aquí está otra vez tu entrenamiento sin guardar.</translation>
    </message>
    <message>
        <source>next</source>
        <translation>siguiente</translation>
    </message>
    <message>
        <source>later</source>
        <translation>más tarde</translation>
    </message>
    <message>
        <source>each 400 m</source>
        <translation>cada 400 m</translation>
    </message>
    <message>
        <source>each 200 m</source>
        <translation>cada 200 m</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>listo</translation>
    </message>
    <message>
        <source>at the finish line</source>
        <translation>en la línea de meta</translation>
    </message>
    <message>
        <source>9 m, then four laps</source>
        <translation>9 m, luego cuatro vueltas</translation>
    </message>
    <message>
        <source>Not run one yet? Leave both empty: everything works by time and effort, too.</source>
        <translation>¿Aún no has corrido ninguna? Deja las dos vacías: todo funciona también por tiempo y esfuerzo.</translation>
    </message>
    <message>
        <source>With no goal, laps are paced by your best.</source>
        <translation>Sin objetivo, el ritmo de las vueltas sale de tu mejor marca.</translation>
    </message>
    <message>
        <source>Good. Workouts ask for this pace from now on.</source>
        <translation>Bien. Los entrenamientos pedirán este ritmo desde ahora.</translation>
    </message>
    <message>
        <source>Your best is {time} faster than your goal: fine for a way back, worth a look if it was a slip.</source>
        <translation>Tu mejor marca es {time} más rápida que tu objetivo: bien si estás volviendo; si fue un despiste, revísalo.</translation>
    </message>
    <message>
        <source>To run your best once more is a goal, too.</source>
        <translation>Repetir tu mejor marca también es un objetivo.</translation>
    </message>
    <message>
        <source>{time} to find: {lap} in each lap.</source>
        <translation>Faltan {time}: {lap} en cada vuelta.</translation>
    </message>
    <message>
        <source>until ready</source>
        <translation>hasta que quieras</translation>
    </message>
    <message>
        <source>as long as the rep</source>
        <translation>tanto como la repetición</translation>
    </message>
    <message>
        <source>{work}:{recovery} run to recovery</source>
        <translation>{work}:{recovery} de carrera y recuperación</translation>
    </message>
    <message>
        <source>until {time} from the start of the rep</source>
        <translation>hasta {time} desde el inicio de la repetición</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{percent} % effort</source>
        <translation>{percent} % de esfuerzo</translation>
    </message>
    <message>
        <source>{percent} % of max heart rate</source>
        <translation>{percent} % de la frecuencia cardíaca máxima</translation>
    </message>
    <message>
        <source>RPE {figure}</source>
        <translation>RPE {figure}</translation>
    </message>
    <message>
        <source>{time} per mile</source>
        <translation>ritmo de {time} por milla</translation>
    </message>
    <message>
        <source>{time} per km</source>
        <translation>ritmo de {time} por km</translation>
    </message>
    <message>
        <source>{time} per {distance}</source>
        <translation>ritmo de {time} por {distance}</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>en {time}</translation>
    </message>
    <message>
        <source>{race} pace</source>
        <translation>ritmo de {race}</translation>
    </message>
    <message>
        <source>{race} to {other} pace</source>
        <translation>ritmo de {race} a {other}</translation>
    </message>
    <message>
        <source>{pace}, {seconds} s per {distance} faster</source>
        <translation>{pace}, {seconds} s más rápido por {distance}</translation>
    </message>
    <message>
        <source>{pace}, {seconds} s per {distance} slower</source>
        <translation>{pace}, {seconds} s más lento por {distance}</translation>
    </message>
    <message>
        <source>{length} {what}</source>
        <translation>{length} {what}</translation>
    </message>
    <message>
        <source>{step} {target}</source>
        <translation>{step} {target}</translation>
    </message>
    <message>
        <source>{step} at {target}</source>
        <translation>{step} al {target}</translation>
    </message>
    <message>
        <source>set {number} of {most}</source>
        <translation>serie {number} de {most}</translation>
    </message>
    <message>
        <source>rep {number} of {most}</source>
        <translation>rep. {number} de {most}</translation>
    </message>
    <message>
        <source>1 open</source>
        <translation>1 libre</translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>{n} libres</translation>
    </message>
    <message>
        <source>{time} and 1 open</source>
        <translation>{time} + 1 libre</translation>
    </message>
    <message>
        <source>{time} and {n} open</source>
        <translation>{time} + {n} libres</translation>
    </message>
    <message>
        <source>{distance} m hard</source>
        <translation>{distance} m fuertes</translation>
    </message>
    <message>
        <source>{distance} mi hard</source>
        <translation>{distance} mi fuertes</translation>
    </message>
    <message>
        <source>{distance} km hard</source>
        <translation>{distance} km fuertes</translation>
    </message>
    <message>
        <source>{n} mi</source>
        <translation>{n} mi</translation>
    </message>
    <message>
        <source>{n} mile</source>
        <translation>{n} milla</translation>
    </message>
    <message>
        <source>{n} miles</source>
        <translation>{n} millas</translation>
    </message>
    <message>
        <source>{n} lap</source>
        <translation>{n} vuelta</translation>
    </message>
    <message>
        <source>{n} laps</source>
        <translation>{n} vueltas</translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation>{n} m</translation>
    </message>
    <message>
        <source>{n} km</source>
        <translation>{n} km</translation>
    </message>
    <message>
        <source>{n} yd</source>
        <translation>{n} yd</translation>
    </message>
    <message>
        <source>full recovery</source>
        <translation>recuperación completa</translation>
    </message>
    <message>
        <source>walk back</source>
        <translation>vuelta andando</translation>
    </message>
    <message>
        <source>jog back</source>
        <translation>vuelta al trote</translation>
    </message>
    <message>
        <source>warm-up</source>
        <comment>in a step</comment>
        <translation>calentamiento</translation>
    </message>
    <message>
        <source>cool-down</source>
        <comment>in a step</comment>
        <translation>vuelta a la calma</translation>
    </message>
    <message>
        <source>strides</source>
        <comment>in a step</comment>
        <translation>progresivos</translation>
    </message>
    <message>
        <source>sprint</source>
        <comment>in a step</comment>
        <translation>esprint</translation>
    </message>
    <message>
        <source>hill</source>
        <comment>in a step</comment>
        <translation>cuesta</translation>
    </message>
    <message>
        <source>drills</source>
        <comment>in a step</comment>
        <translation>técnica</translation>
    </message>
    <message>
        <source>strength</source>
        <comment>in a step</comment>
        <translation>fuerza</translation>
    </message>
    <message>
        <source>easy</source>
        <comment>in a step</comment>
        <translation>suave</translation>
    </message>
    <message>
        <source>jog</source>
        <comment>in a step</comment>
        <translation>trote</translation>
    </message>
    <message>
        <source>walk</source>
        <comment>in a step</comment>
        <translation>andando</translation>
    </message>
    <message>
        <source>float</source>
        <comment>in a step</comment>
        <translation>suelto</translation>
    </message>
    <message>
        <source>rest</source>
        <comment>in a step</comment>
        <translation>descanso</translation>
    </message>
    <message>
        <source>recovery</source>
        <comment>in a step</comment>
        <translation>recuperación</translation>
    </message>
    <message>
        <source>goal mile</source>
        <comment>race</comment>
        <translation>milla objetivo</translation>
    </message>
    <message>
        <source>mile</source>
        <comment>race</comment>
        <translation>milla</translation>
    </message>
    <message>
        <source>2 mile</source>
        <comment>race</comment>
        <translation>2 millas</translation>
    </message>
    <message>
        <source>10 mile</source>
        <comment>race</comment>
        <translation>10 millas</translation>
    </message>
    <message>
        <source>half marathon</source>
        <comment>race</comment>
        <translation>media maratón</translation>
    </message>
    <message>
        <source>marathon</source>
        <comment>race</comment>
        <translation>maratón</translation>
    </message>
    <message>
        <source>race</source>
        <comment>race</comment>
        <translation>competición</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>reloj</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>spread of late</source>
        <translation>dispersión reciente</translation>
    </message>
    <message>
        <source>Nothing has been run yet.</source>
        <translation>Aún no se ha corrido nada.</translation>
    </message>
    <message>
        <source>Enter on a workout starts one.</source>
        <translation>Intro sobre un entrenamiento lo empieza.</translation>
    </message>
    <message>
        <source>past sessions</source>
        <translation>sesiones anteriores</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>workouts</source>
        <translation>entrenamientos</translation>
    </message>
    <message>
        <source>1 session</source>
        <translation>1 sesión</translation>
    </message>
    <message>
        <source>{n} sessions</source>
        <translation>{n} sesiones</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>sin tecla</translation>
    </message>
    <message>
        <source>take it</source>
        <translation>tomarla</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>dejarla</translation>
    </message>
    <message>
        <source>usual keys</source>
        <translation>teclas habituales</translation>
    </message>
    <message>
        <source>{act}: usual keys</source>
        <translation>{act}: teclas habituales</translation>
    </message>
    <message>
        <source>Press the new key for “{act}”. Esc keeps what it is.</source>
        <translation>Pulsa la nueva tecla para «{act}». Esc la deja como está.</translation>
    </message>
    <message>
        <source>That key always moves between what can be set, or out of here. Press another; Esc keeps what it is.</source>
        <translation>Esa tecla siempre mueve entre lo que se ajusta, o sale de aquí. Pulsa otra; Esc la deja como está.</translation>
    </message>
    <message>
        <source>{key} is the only key of “{other}”, which is never without one. Press another; Esc keeps what it is.</source>
        <translation>{key} es la única tecla de «{other}», que nunca se queda sin una. Pulsa otra; Esc la deja como está.</translation>
    </message>
    <message>
        <source>{key} is the key of “{other}”. Take it from there?</source>
        <translation>{key} es la tecla de «{other}». ¿Tomarla de ahí?</translation>
    </message>
    <message>
        <source>“{act}” is never without a key: give it another first.</source>
        <translation>«{act}» nunca se queda sin tecla: dale otra primero.</translation>
    </message>
    <message>
        <source>While a workout runs</source>
        <translation>Durante un entrenamiento</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>{verb}, key {key}</source>
        <translation>{verb}, tecla {key}</translation>
    </message>
    <message>
        <source>start, lap, go on</source>
        <translation>empezar, vuelta, seguir</translation>
    </message>
    <message>
        <source>pause, go on</source>
        <translation>pausar, seguir</translation>
    </message>
    <message>
        <source>undo the last press</source>
        <translation>deshacer la última pulsación</translation>
    </message>
    <message>
        <source>back to the segment before</source>
        <translation>volver al tramo anterior</translation>
    </message>
    <message>
        <source>on to the next segment</source>
        <translation>pasar al tramo siguiente</translation>
    </message>
    <message>
        <source>ten seconds more rest</source>
        <translation>diez segundos más de descanso</translation>
    </message>
    <message>
        <source>ten seconds less rest</source>
        <translation>diez segundos menos de descanso</translation>
    </message>
    <message>
        <source>leave a block, from its least number of reps on</source>
        <translation>salir del bloque, hecho su mínimo</translation>
    </message>
    <message>
        <source>cool down now</source>
        <translation>pasar ya a la vuelta a la calma</translation>
    </message>
    <message>
        <source>stop, pressed twice</source>
        <translation>parar, pulsada dos veces</translation>
    </message>
    <message>
        <source>false start: ready again, nothing kept</source>
        <translation>salida nula: otra vez listo, nada guardado</translation>
    </message>
    <message>
        <source>mend the lap that is asked about</source>
        <translation>corregir la vuelta por la que se pregunta</translation>
    </message>
    <message>
        <source>mend laps</source>
        <translation>corregir vueltas</translation>
    </message>
    <message>
        <source>far view</source>
        <translation>vista de lejos</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>pantalla completa</translation>
    </message>
    <message>
        <source>dark or daylight</source>
        <translation>oscuro o de día</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>todas las teclas</translation>
    </message>
    <message>
        <source>the workout that runs</source>
        <translation>el entrenamiento en curso</translation>
    </message>
    <message>
        <source>practice</source>
        <translation>práctica</translation>
    </message>
    <message>
        <source>edit a workout</source>
        <translation>editar un entrenamiento</translation>
    </message>
    <message>
        <source>history</source>
        <translation>historial</translation>
    </message>
    <message>
        <source>part {number} of the file was left out: {why}</source>
        <translation>la parte {number} del archivo se dejó fuera: {why}</translation>
    </message>
    <message>
        <source>nothing in this FIT file is whole: {fault}</source>
        <translation>nada en este archivo FIT está completo: {fault}</translation>
    </message>
    <message>
        <source>this FIT file is empty but for its head</source>
        <translation>este archivo FIT está vacío salvo por su cabecera</translation>
    </message>
    <message>
        <source>monitoring data</source>
        <translation>datos de seguimiento diario</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>ajustes</translation>
    </message>
    <message>
        <source>a course</source>
        <translation>un recorrido</translation>
    </message>
    <message>
        <source>this FIT file holds nothing that is whole, no workout and no run</source>
        <translation>este archivo FIT no contiene nada completo, ningún entrenamiento ni carrera</translation>
    </message>
    <message>
        <source>this FIT file holds {what}, no workout and no run</source>
        <translation>este archivo FIT contiene {what}, ningún entrenamiento ni carrera</translation>
    </message>
    <message>
        <source>type a workout</source>
        <translation>escribir un entrenamiento</translation>
    </message>
    <message>
        <source>search the workouts</source>
        <translation>buscar entrenamientos</translation>
    </message>
    <message>
        <source>favourite, or no longer</source>
        <translation>favorito, o ya no</translation>
    </message>
    <message>
        <source>enter on the number pad</source>
        <translation>intro del teclado numérico</translation>
    </message>
    <message>
        <source>page down</source>
        <translation>av pág</translation>
    </message>
    <message>
        <source>page up</source>
        <translation>re pág</translation>
    </message>
    <message>
        <source>backspace</source>
        <translation>retroceso</translation>
    </message>
    <message>
        <source>delete</source>
        <comment>the key</comment>
        <translation>supr</translation>
    </message>
    <message>
        <source>insert</source>
        <comment>the key</comment>
        <translation>insert</translation>
    </message>
    <message>
        <source>home</source>
        <comment>the key</comment>
        <translation>inicio</translation>
    </message>
    <message>
        <source>end</source>
        <comment>the key</comment>
        <translation>fin</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>borrar</translation>
    </message>
    <message>
        <source>ctrl</source>
        <translation>ctrl</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>mayús</translation>
    </message>
    <message>
        <source>alt</source>
        <translation>alt</translation>
    </message>
    <message>
        <source>meta</source>
        <translation>meta</translation>
    </message>
    <message>
        <source>num</source>
        <translation>num</translation>
    </message>
    <message>
        <source>Mend laps</source>
        <translation>Corregir vueltas</translation>
    </message>
    <message>
        <source>lap presses</source>
        <translation>pulsaciones de vuelta</translation>
    </message>
    <message>
        <source>0.1 s earlier</source>
        <translation>0.1 s antes</translation>
    </message>
    <message>
        <source>one missed before</source>
        <translation>falta una antes</translation>
    </message>
    <message>
        <source>which mark</source>
        <translation>qué marca</translation>
    </message>
    <message>
        <source>bring back</source>
        <translation>recuperar</translation>
    </message>
    <message>
        <source>ctrl enter</source>
        <translation>ctrl intro</translation>
    </message>
    <message>
        <source>ctrl S</source>
        <translation>ctrl S</translation>
    </message>
    <message>
        <source>ctrl Z</source>
        <translation>ctrl Z</translation>
    </message>
    <message>
        <source>ctrl .</source>
        <translation>ctrl .</translation>
    </message>
    <message>
        <source>run</source>
        <translation>correr</translation>
    </message>
    <message>
        <source>save</source>
        <translation>guardar</translation>
    </message>
    <message>
        <source>next remark</source>
        <translation>siguiente nota</translation>
    </message>
    <message>
        <source>mend it</source>
        <translation>corregirla</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>deshacer</translation>
    </message>
    <message>
        <source>leave the text</source>
        <translation>salir del texto</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>No lap has been pressed yet.</source>
        <translation>Aún no se ha pulsado ninguna vuelta.</translation>
    </message>
    <message>
        <source>del</source>
        <translation>supr</translation>
    </message>
    <message>
        <source>no laps yet</source>
        <translation>aún no hay vueltas</translation>
    </message>
    <message>
        <source>laps: {said}</source>
        <translation>vueltas: {said}</translation>
    </message>
    <message>
        <source>laps</source>
        <translation>vueltas</translation>
    </message>
    <message>
        <source>± target</source>
        <translation>± objetivo</translation>
    </message>
    <message>
        <source>your guess</source>
        <translation>tu cálculo</translation>
    </message>
    <message>
        <source>it took</source>
        <translation>duró</translation>
    </message>
    <message>
        <source>guess ±</source>
        <translation>cálculo ±</translation>
    </message>
    <message>
        <source>±</source>
        <translation>±</translation>
    </message>
    <message>
        <source>said</source>
        <translation>dijiste</translation>
    </message>
    <message>
        <source>0.1 s faster</source>
        <translation>0,1 s menos</translation>
    </message>
    <message>
        <source>0.1 s slower</source>
        <translation>0,1 s más</translation>
    </message>
    <message>
        <source>say it</source>
        <translation>decirlo</translation>
    </message>
    <message>
        <source>see it without a guess</source>
        <translation>verlo sin calcular</translation>
    </message>
    <message>
        <source>next lap</source>
        <translation>vuelta siguiente</translation>
    </message>
    <message>
        <source>Read as typed. Enter starts it.</source>
        <translation>Leído como está escrito. Intro lo empieza.</translation>
    </message>
    <message>
        <source>Enter reads it.</source>
        <translation>Intro lo lee.</translation>
    </message>
    <message>
        <source>Press {stop} again to stop and keep what was run.</source>
        <translation>Pulsa {stop} otra vez para parar y guardar lo corrido.</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>altavoz</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Altavoz</translation>
    </message>
    <message>
        <source>output</source>
        <translation>salida</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automática</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>silencio</translation>
    </message>
    <message>
        <source>late by {n} ms less</source>
        <translation>{n} ms menos de retraso</translation>
    </message>
    <message>
        <source>late by {n} ms more</source>
        <translation>{n} ms más de retraso</translation>
    </message>
    <message>
        <source>tap along to find how late the loudspeaker is</source>
        <translation>toca al compás para saber cuánto se retrasa el altavoz</translation>
    </message>
    <message>
        <source>late by {n} milliseconds</source>
        <translation>retraso de {n} milisegundos</translation>
    </message>
    <message>
        <source>Cues leave that much earlier, to be heard on time.</source>
        <translation>Las señales salen ese tiempo antes, para oírse en su momento.</translation>
    </message>
    <message>
        <source>treadmill</source>
        <translation>cinta</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>after {rep}</source>
        <translation>tras {rep}</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>inserted</source>
        <translation>insertada</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>estimada</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>recuperada</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>interpolado</translation>
    </message>
    <message>
        <source>moved {by}</source>
        <translation>movida {by}</translation>
    </message>
    <message>
        <source>mark given</source>
        <translation>marca asignada</translation>
    </message>
    <message>
        <source>unsure mark</source>
        <translation>marca dudosa</translation>
    </message>
    <message>
        <source>refused: too soon</source>
        <translation>rechazada: muy pronto</translation>
    </message>
    <message>
        <source>refused: the count was on</source>
        <translation>rechazada: cuenta atrás</translation>
    </message>
    <message>
        <source>refused: at no mark yet</source>
        <translation>rechazada: aún en ninguna marca</translation>
    </message>
    <message>
        <source>Missed the press at {metres} m?</source>
        <translation>¿Te faltó pulsar a los {metres} m?</translation>
    </message>
    <message>
        <source>put it in, estimated</source>
        <translation>añadirla, estimada</translation>
    </message>
    <message>
        <source>Was that press at {metres} m?</source>
        <translation>¿Esa pulsación fue en {metres} m?</translation>
    </message>
    <message>
        <source>yes, at {metres} m</source>
        <translation>sí, en {metres} m</translation>
    </message>
    <message>
        <source>Pressed twice?</source>
        <translation>¿Pulsada dos veces?</translation>
    </message>
    <message>
        <source>delete the second</source>
        <translation>borrar la segunda</translation>
    </message>
    <message>
        <source>Laps are mended once you have said what they took.</source>
        <translation>Las vueltas se corrigen cuando hayas dicho lo que duraron.</translation>
    </message>
    <message>
        <source>The workout goes on: space is still a lap.</source>
        <translation>El entrenamiento sigue: espacio sigue siendo vuelta.</translation>
    </message>
    <message>
        <source>Mended. {key} takes it back.</source>
        <translation>Corregido. {key} lo deshace.</translation>
    </message>
    <message>
        <source>That is {read}. Write {meant}?</source>
        <translation>Eso es {read}. ¿Quieres escribir {meant}?</translation>
    </message>
    <message>
        <source>Nobody has run a mile in {read} yet. Write it as 5:20</source>
        <translation>Nadie ha corrido aún una milla en {read}. Escribe, por ejemplo, 5:20</translation>
    </message>
    <message>
        <source>Write it as {meant}</source>
        <translation>Escríbelo así: {meant}</translation>
    </message>
    <message>
        <source>Write it as minutes and seconds: 5:20</source>
        <translation>Escríbelo en minutos y segundos: 5:20</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} segundos</translation>
    </message>
    <message>
        <source>Undo stop</source>
        <translation>Deshacer parada</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Stopped by accident? Undo it, or go on from now with the gap as a pause.</source>
        <translation>¿Fue sin querer? Deshaz la parada, o sigue desde ahora con el hueco como pausa.</translation>
    </message>
    <message>
        <source>Stopped by accident? Undo it, and it never happened.</source>
        <translation>¿Fue sin querer? Deshaz la parada, y no habrá pasado nada.</translation>
    </message>
    <message>
        <source>Stopped by accident? Go on from now with the gap as a pause.</source>
        <translation>¿Fue sin querer? Sigue desde ahora con el hueco como pausa.</translation>
    </message>
    <message>
        <source>Drop it here</source>
        <translation>Suéltalo aquí</translation>
    </message>
    <message>
        <source>A workout opens in the editor, a run goes into the history.</source>
        <translation>Un entrenamiento se abre en el editor; una carrera pasa al historial.</translation>
    </message>
    <message>
        <source>this is no file of this machine; save it first, then drop it here</source>
        <translation>no es un archivo de este equipo; guárdalo primero y suéltalo aquí</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>Leyendo el archivo …</translation>
    </message>
    <message>
        <source>Reading {n} files …</source>
        <translation>Leyendo {n} archivos …</translation>
    </message>
    <message>
        <source>It is in the editor, for when the workout here is over.</source>
        <translation>Está en el editor, para cuando termine este entrenamiento.</translation>
    </message>
    <message>
        <source>{n} workouts are on the shelf now.</source>
        <translation>Ahora hay {n} entrenamientos más en la lista.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>1 run is in the history now.</source>
        <translation>Ahora hay 1 carrera más en el historial.</translation>
    </message>
    <message>
        <source>{n} runs are in the history now.</source>
        <translation>Ahora hay {n} carreras más en el historial.</translation>
    </message>
    <message>
        <source>This run was in the history already.</source>
        <translation>Esta carrera ya estaba en el historial.</translation>
    </message>
    <message>
        <source>{sentence} And {n} more were not taken.</source>
        <translation>{sentence} Y otros {n} no se han aceptado.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>Seguir sin guardar</translation>
    </message>
    <message>
        <source>Set it aside</source>
        <translation>Apartarlo</translation>
    </message>
    <message>
        <source>The workouts are listed once the question above is answered.</source>
        <translation>Los entrenamientos aparecerán cuando respondas a la pregunta de arriba.</translation>
    </message>
    <message>
        <source>The workouts could not be read.</source>
        <translation>No se han podido leer los entrenamientos.</translation>
    </message>
    <message>
        <source>{workout}, begun {time}, was cut off. All that was acknowledged is kept.</source>
        <translation>{workout}, empezado a las {time}, se cortó. Se conserva todo lo confirmado.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Seguir con él</translation>
    </message>
    <message>
        <source>Keep what was run</source>
        <translation>Guardar lo corrido</translation>
    </message>
    <message>
        <source>{lap} m track</source>
        <translation>pista de {lap} m</translation>
    </message>
    <message>
        <source>treadmill</source>
        <comment>where it was run</comment>
        <translation>cinta de correr</translation>
    </message>
    <message>
        <source>from a watch</source>
        <translation>de un reloj</translation>
    </message>
    <message>
        <source>It was stopped before any work was run.</source>
        <translation>Se detuvo antes de correr nada de trabajo.</translation>
    </message>
    <message>
        <source>There was no work in it.</source>
        <translation>No tenía trabajo.</translation>
    </message>
    <message>
        <source>No lap was run to its end: there is nothing to compare.</source>
        <translation>Ninguna vuelta llegó a su final: no hay nada que comparar.</translation>
    </message>
    <message>
        <source>One piece of work: there is nothing to compare it with.</source>
        <translation>Una sola pieza de trabajo: no hay con qué compararla.</translation>
    </message>
    <message>
        <source>{weekday} {day} {month}, {time}</source>
        <translation>{weekday}, {day} de {month}, {time}</translation>
    </message>
    <message>
        <source>Spread (CV) of {n} laps, per 400 m.</source>
        <translation>Dispersión (CV) de {n} vueltas, por 400 m.</translation>
    </message>
    <message>
        <source>Spread (CV) of {n} reps, per 400 m.</source>
        <translation>Dispersión (CV) de {n} repeticiones, por 400 m.</translation>
    </message>
    <message>
        <source>Record miles: 1.5 to 3&#xa0;%.</source>
        <translation>Millas récord: de 1.5 a 3&#xa0;%.</translation>
    </message>
    <message>
        <source>How even?</source>
        <translation>Regularidad</translation>
    </message>
    <message>
        <source>Against the target</source>
        <translation>Frente al objetivo</translation>
    </message>
    <message>
        <source>One time alone cannot be even or uneven.</source>
        <translation>Un solo tiempo no puede ser regular ni irregular.</translation>
    </message>
    <message>
        <source>On target</source>
        <translation>En objetivo</translation>
    </message>
    <message>
        <source>Different paces were asked: how even they were says nothing.</source>
        <translation>Se pedían ritmos distintos: su regularidad no dice nada.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Time in the reps. Pauses are taken out.</source>
        <translation>Tiempo en las repeticiones, sin las pausas.</translation>
    </message>
    <message>
        <source>first lap</source>
        <translation>primera vuelta</translation>
    </message>
    <message>
        <source>lap {number}</source>
        <translation>vuelta {number}</translation>
    </message>
    <message>
        <source>first: {name}</source>
        <translation>primera: {name}</translation>
    </message>
    <message>
        <source>last: {name}</source>
        <translation>última: {name}</translation>
    </message>
    <message>
        <source>{rise} s a rep</source>
        <translation>{rise} s por repetición</translation>
    </message>
    <message>
        <source>level</source>
        <translation>estable</translation>
    </message>
    <message>
        <source>trend</source>
        <translation>tendencia</translation>
    </message>
    <message>
        <source>recoveries</source>
        <translation>recuperaciones</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>{weekday} {day} {month} {year}, {time}</source>
        <translation>{weekday} {day} {month} {year}, {time}</translation>
    </message>
    <message>
        <source>{weekday} {day} {month}</source>
        <translation>{weekday} {day} {month}</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>cut off, kept</source>
        <translation>cortada, guardada</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>cortada</translation>
    </message>
    <message>
        <source>{pct} % spread</source>
        <translation>dispersión {pct} %</translation>
    </message>
    <message>
        <source>WARM-UP</source>
        <translation>CALENTAMIENTO</translation>
    </message>
    <message>
        <source>WORK</source>
        <translation>TRABAJO</translation>
    </message>
    <message>
        <source>RECOVERY</source>
        <translation>RECUPERACIÓN</translation>
    </message>
    <message>
        <source>REST</source>
        <translation>DESCANSO</translation>
    </message>
    <message>
        <source>COOL-DOWN</source>
        <translation>VUELTA A LA CALMA</translation>
    </message>
    <message>
        <source>GET READY</source>
        <translation>PREPÁRATE</translation>
    </message>
    <message>
        <source>SET</source>
        <comment>the starter&apos;s</comment>
        <translation>LISTOS</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>saltar</translation>
    </message>
    <message>
        <source>back</source>
        <translation>atrás</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>parar</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>pausa</translation>
    </message>
    <message>
        <source>{off} in all</source>
        <translation>{off} en total</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>corregida</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>recuperada</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>dudosa</translation>
    </message>
    <message>
        <source>average per 400 m</source>
        <translation>media por 400 m</translation>
    </message>
    <message>
        <source>even</source>
        <translation>regular</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>saltada</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>más rápida</translation>
    </message>
    <message>
        <source>slowest</source>
        <translation>más lenta</translation>
    </message>
    <message>
        <source>profile of the workout</source>
        <translation>perfil del entrenamiento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Reading {n} lines …</source>
        <translation>Leyendo {n} líneas…</translation>
    </message>
    <message>
        <source>Reading what you typed …</source>
        <translation>Leyendo lo que has escrito…</translation>
    </message>
    <message>
        <source>A note: weather, shoes, how it felt</source>
        <translation>Una nota: tiempo, zapatillas, sensaciones</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Guardar nota</translation>
    </message>
    <message>
        <source>Undo last lap</source>
        <translation>Deshacer última vuelta</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Volver a guardar</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>laps, in full</source>
        <translation>vueltas, al completo</translation>
    </message>
    <message>
        <source>result</source>
        <translation>resultado</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Note saved.</source>
        <translation>Nota guardada.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Not saved yet: save the session first.</source>
        <translation>Aún sin guardar: guarda primero la sesión.</translation>
    </message>
    <message>
        <source>Stopped by hand.</source>
        <translation>Detenida a mano.</translation>
    </message>
    <message>
        <source>Cut off; kept.</source>
        <translation>Cortada; guardada.</translation>
    </message>
    <message>
        <source>there is no font on this machine, so figures would be boxes; install one, such as fonts-dejavu-core</source>
        <translation>en este equipo no hay ningún tipo de letra y las cifras saldrían como cuadros; instala uno, como fonts-dejavu-core</translation>
    </message>
    <message>
        <source>Mile</source>
        <translation>Milla</translation>
    </message>
    <message>
        <source>2 miles</source>
        <translation>2 millas</translation>
    </message>
    <message>
        <source>even pace</source>
        <translation>ritmo regular</translation>
    </message>
    <message>
        <source>per 400 m</source>
        <translation>por 400 m</translation>
    </message>
    <message>
        <source>per km</source>
        <translation>por km</translation>
    </message>
    <message>
        <source>per 200 m</source>
        <translation>por 200 m</translation>
    </message>
    <message>
        <source>per mile</source>
        <translation>por milla</translation>
    </message>
    <message>
        <source>At the finish line</source>
        <translation>En la línea de meta</translation>
    </message>
    <message>
        <source>From the start line</source>
        <translation>Desde la salida</translation>
    </message>
    <message>
        <source>a lap {lap}</source>
        <translation>por vuelta {lap}</translation>
    </message>
    <message>
        <source>first {odd}, then {lap}</source>
        <translation>primera {odd}, luego {lap}</translation>
    </message>
    <message>
        <source>{lap}, last {odd}</source>
        <translation>{lap}, última {odd}</translation>
    </message>
    <message>
        <source>{length} · set {number}</source>
        <translation>{length} · serie {number}</translation>
    </message>
    <message>
        <source>Set {set} · {rep}</source>
        <translation>Serie {set} · {rep}</translation>
    </message>
    <message>
        <source>Rep {number}</source>
        <translation>Rep. {number}</translation>
    </message>
    <message>
        <source>est.</source>
        <comment>estimated</comment>
        <translation>est.</translation>
    </message>
    <message>
        <source>interp.</source>
        <comment>interpolated</comment>
        <translation>interp.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>left {time}</source>
        <comment>a rep that was left</comment>
        <translation>dejada {time}</translation>
    </message>
    <message>
        <source>skipped {time}</source>
        <translation>saltada {time}</translation>
    </message>
    <message>
        <source>stopped {time}</source>
        <translation>detenida {time}</translation>
    </message>
    <message>
        <source>mile</source>
        <translation>milla</translation>
    </message>
    <message>
        <source>Timed {race}</source>
        <translation>{race} contra el reloj</translation>
    </message>
    <message>
        <source>mend</source>
        <translation>corregir</translation>
    </message>
    <message>
        <source>far</source>
        <translation>lejos</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>teclas</translation>
    </message>
    <message>
        <source>cool down</source>
        <translation>calma</translation>
    </message>
    <message>
        <source>10 s less</source>
        <translation>10 s menos</translation>
    </message>
    <message>
        <source>10 s more</source>
        <translation>10 s más</translation>
    </message>
    <message>
        <source>false start</source>
        <translation>salida nula</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>seguir</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>guardado</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>guardando</translation>
    </message>
    <message>
        <source>find a workout</source>
        <translation>buscar un entrenamiento</translation>
    </message>
    <message>
        <source>By name, work, purpose or length. Down goes into the list.</source>
        <translation>Por nombre, trabajo, finalidad o duración. Abajo entra en la lista.</translation>
    </message>
    <message>
        <source>Find: name, purpose, length</source>
        <translation>Buscar: nombre, finalidad, duración</translation>
    </message>
    <message>
        <source>Find a workout</source>
        <translation>Buscar un entrenamiento</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>A workout is running. Go back to it with {run}, or stop it there with {stop}.</source>
        <translation>Hay un entrenamiento en curso. Vuelve a él con {run}, o páralo allí con {stop}.</translation>
    </message>
    <message>
        <source>False start: nothing of it is kept.</source>
        <translation>Salida nula: no se guarda nada de ella.</translation>
    </message>
    <message>
        <source>The false start is still in the history: the disk did not let go of it.</source>
        <translation>La salida nula sigue en el historial: el disco no la soltó.</translation>
    </message>
    <message>
        <source>Keys while a workout runs</source>
        <translation>Teclas durante un entrenamiento</translation>
    </message>
    <message>
        <source>Keys anywhere</source>
        <translation>Teclas en cualquier parte</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>filas</translation>
    </message>
    <message>
        <source>make it ready</source>
        <translation>preparar</translation>
    </message>
    <message>
        <source>change</source>
        <translation>cambiar</translation>
    </message>
    <message>
        <source>A workout is running: stop it first, or run it to its end.</source>
        <translation>Hay un entrenamiento en marcha: detenlo antes o llévalo hasta el final.</translation>
    </message>
    <message>
        <source>{race} in {time}</source>
        <translation>{race} en {time}</translation>
    </message>
    <message>
        <source>{metres} m track</source>
        <translation>pista de {metres} m</translation>
    </message>
    <message>
        <source>lane {lane}</source>
        <translation>calle {lane}</translation>
    </message>
    <message>
        <source>With a goal every lap has its time here.</source>
        <translation>Con un objetivo, cada vuelta tiene aquí su tiempo.</translation>
    </message>
    <message>
        <source>new key</source>
        <translation>tecla nueva</translation>
    </message>
    <message>
        <source>take a key away</source>
        <translation>quitar una tecla</translation>
    </message>
    <message>
        <source>A workout is running: the size can change when it is over.</source>
        <translation>Hay un entrenamiento en curso: el tamaño se puede cambiar cuando acabe.</translation>
    </message>
    <message>
        <source>A workout is running: the language can change when it is over.</source>
        <translation>Hay un entrenamiento en curso: el idioma se puede cambiar cuando acabe.</translation>
    </message>
    <message>
        <source>A workout is running: the window opens anew when it is over.</source>
        <translation>Hay un entrenamiento en curso: la ventana se reabre cuando acabe.</translation>
    </message>
    <message>
        <source>A workout is running: its keys stay as they are until it is over.</source>
        <translation>Hay un entrenamiento en curso: sus teclas se quedan como están hasta que acabe.</translation>
    </message>
    <message>
        <source>The window opens anew in this language.</source>
        <translation>La ventana se reabre en este idioma.</translation>
    </message>
    <message>
        <source>The window opens anew at this size.</source>
        <translation>La ventana se reabre con este tamaño.</translation>
    </message>
    <message>
        <source>Another size or language asks the window to open anew.</source>
        <translation>Otro tamaño u otro idioma piden reabrir la ventana.</translation>
    </message>
    <message>
        <source>A workout is running: its keys hold here too. Tab and ↑ ↓ move, the mouse sets.</source>
        <translation>Hay un entrenamiento en curso: sus teclas valen también aquí. Tab y ↑ ↓ mueven, el ratón ajusta.</translation>
    </message>
    <message>
        <source>Open it anew</source>
        <translation>Reabrirla</translation>
    </message>
    <message>
        <source>open the window anew</source>
        <translation>reabrir la ventana</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>text size</source>
        <translation>tamaño del texto</translation>
    </message>
    <message>
        <source>text size, %</source>
        <translation>texto, %</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>language</source>
        <translation>idioma</translation>
    </message>
    <message>
        <source>flash</source>
        <translation>destello</translation>
    </message>
    <message>
        <source>the whole screen, as each rep and recovery begins</source>
        <translation>toda la pantalla, al empezar cada repetición y recuperación</translation>
    </message>
    <message>
        <source>stay awake</source>
        <translation>siempre encendida</translation>
    </message>
    <message>
        <source>the screen does not sleep while a workout runs</source>
        <translation>la pantalla no se apaga durante un entrenamiento</translation>
    </message>
    <message>
        <source>Laps and clock</source>
        <translation>Vueltas y reloj</translation>
    </message>
    <message>
        <source>least lap, seconds</source>
        <translation>vuelta mínima, segundos</translation>
    </message>
    <message>
        <source>least lap, s</source>
        <translation>vuelta mínima, s</translation>
    </message>
    <message>
        <source>A second press sooner than this is kept as refused and can be brought back.</source>
        <translation>Una segunda pulsación antes de este tiempo se guarda como rechazada y se puede recuperar.</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>miles</source>
        <translation>millas</translation>
    </message>
    <message>
        <source>distances</source>
        <translation>distancias</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>hora del día</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>carpeta de datos</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>carpeta</translation>
    </message>
    <message>
        <source>Bell Lap {version}. Workouts, sessions and settings stay in this folder.</source>
        <translation>Bell Lap {version}. Los entrenamientos, las sesiones y los ajustes están en esta carpeta.</translation>
    </message>
    <message>
        <source>All keys as usual</source>
        <translation>Todas las teclas habituales</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>velocidad</translation>
    </message>
    <message>
        <source>speed endurance</source>
        <translation>resistencia</translation>
    </message>
    <message>
        <source>base</source>
        <translation>base</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>fuerza</translation>
    </message>
    <message>
        <source>power</source>
        <translation>potencia</translation>
    </message>
    <message>
        <source>drills</source>
        <translation>técnica</translation>
    </message>
    <message>
        <source>time trial</source>
        <translation>test</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>mixto</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>unos {minutes} min</translation>
    </message>
    <message>
        <source>{length} in {time}</source>
        <translation>{length} en {time}</translation>
    </message>
    <message>
        <source>{length} at {time} per 400 m</source>
        <translation>{length} a {time} por 400 m</translation>
    </message>
    <message>
        <source>{target} or faster</source>
        <translation>{target} o más rápido</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>hace {n} días</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day} {month}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Guardar como …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Looking at what comes through …</source>
        <translation>Mirando qué se conserva …</translation>
    </message>
    <message>
        <source>All of it comes through.</source>
        <translation>Se conserva todo.</translation>
    </message>
    <message>
        <source>This does not come through:</source>
        <translation>Esto no se conserva:</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>y {n} más</translation>
    </message>
    <message>
        <source>Copy the file into the folder GARMIN/NewFiles of a watch that is plugged in.</source>
        <translation>Copia el archivo en la carpeta GARMIN/NewFiles de un reloj conectado.</translation>
    </message>
    <message>
        <source>Copy the file into Documents/Zwift/Workouts, into the folder with your number.</source>
        <translation>Copia el archivo en Documents/Zwift/Workouts, en la carpeta con tu número.</translation>
    </message>
    <message>
        <source>Paste it into the description of a planned workout on intervals.icu.</source>
        <translation>Pégalo en la descripción de un entrenamiento planificado en intervals.icu.</translation>
    </message>
    <message>
        <source>{name}, a file with faults: {fault}</source>
        <translation>{name}, un archivo con fallos: {fault}</translation>
    </message>
    <message>
        <source>never run</source>
        <translation>nunca corrido</translation>
    </message>
    <message>
        <source>last run {when}</source>
        <translation>última vez: {when}</translation>
    </message>
    <message>
        <source>tags: {tags}</source>
        <translation>etiquetas: {tags}</translation>
    </message>
    <message>
        <source>for another best mile</source>
        <translation>para otra mejor milla</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Tonos</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>scheme</source>
        <translation>esquema</translation>
    </message>
    <message>
        <source>on, off</source>
        <translation>sí, no</translation>
    </message>
    <message>
        <source>hear it</source>
        <translation>oírlo</translation>
    </message>
    <message>
        <source>tap along</source>
        <translation>compás</translation>
    </message>
    <message>
        <source>A workout is running, and beats would take back its cues. Tap along when it is over.</source>
        <translation>Hay un entrenamiento en curso, y los golpes le quitarían sus señales. Toca al compás cuando acabe.</translation>
    </message>
    <message>
        <source>stadium dark</source>
        <translation>estadio oscuro</translation>
    </message>
    <message>
        <source>daylight</source>
        <translation>luz de día</translation>
    </message>
    <message>
        <source>high contrast dark</source>
        <translation>alto contraste oscuro</translation>
    </message>
    <message>
        <source>high contrast light</source>
        <translation>alto contraste claro</translation>
    </message>
    <message>
        <source>palette</source>
        <translation>paleta</translation>
    </message>
    <message>
        <source>{n} taps on a line of milliseconds after the beat</source>
        <translation>{n} toques en una línea de milisegundos después del golpe</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>golpe</translation>
    </message>
    <message>
        <source>{cue}: sound {sound}</source>
        <translation>{cue}: sonido {sound}</translation>
    </message>
    <message>
        <source>type or paste a workout</source>
        <translation>escribe o pega un entrenamiento</translation>
    </message>
    <message>
        <source>Enter starts it.</source>
        <translation>Intro lo empieza.</translation>
    </message>
    <message>
        <source>type a workout, key /</source>
        <translation>escribir un entrenamiento, tecla /</translation>
    </message>
    <message>
        <source>ctrl E</source>
        <translation>ctrl E</translation>
    </message>
    <message>
        <source>Paste or type a workout: 6 x 400 @ mile pace, 200 jog</source>
        <translation>Pega o escribe un entrenamiento: 6 x 400 @ mile pace, 200 jog</translation>
    </message>
    <message>
        <source>Type a workout: 6 x 400, 200 jog</source>
        <translation>Escribe un entrenamiento: 6 x 400, 200 jog</translation>
    </message>
    <message>
        <source>Type a workout</source>
        <translation>Escribe un entrenamiento</translation>
    </message>
    <message>
        <source>The data folder is not open</source>
        <translation>La carpeta de datos no está abierta</translation>
    </message>
    <message>
        <source>Type one above and run it at once, or put workout files into the folder “workouts” of your data folder; “bell-lap doctor” says where that is.</source>
        <translation>Escribe uno arriba, o pon archivos en la carpeta «workouts» de tu carpeta de datos; «bell-lap doctor» dice dónde está.</translation>
    </message>
    <message>
        <source>No workouts yet</source>
        <translation>Aún no hay entrenamientos</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>borrar</translation>
    </message>
    <message>
        <source>Nothing matches “{text}”</source>
        <translation>Nada coincide con «{text}»</translation>
    </message>
    <message>
        <source>Each word has to be in a workout&apos;s name, work, purpose or length.</source>
        <translation>Cada palabra tiene que estar en el nombre, el trabajo, la finalidad o la duración de un entrenamiento.</translation>
    </message>
    <message>
        <source>type it as a workout</source>
        <translation>escríbelo como entrenamiento</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation>Aún no hay favoritos</translation>
    </message>
    <message>
        <source>The key * gives the chosen workout a star.</source>
        <translation>La tecla * da una estrella al entrenamiento elegido.</translation>
    </message>
    <message>
        <source>Nothing fits all of these filters</source>
        <translation>Nada cumple todos estos filtros</translation>
    </message>
    <message>
        <source>Take one of them away.</source>
        <translation>Quita uno de ellos.</translation>
    </message>
    <message>
        <source>Sound is being opened.</source>
        <translation>Abriendo el sonido.</translation>
    </message>
    <message>
        <source>No sound: {why}.</source>
        <translation>Sin sonido: {why}.</translation>
    </message>
    <message>
        <source>Sound is switched off.</source>
        <translation>El sonido está apagado.</translation>
    </message>
    <message>
        <source>No sound: no device opens ({why}); plug one in or start the sound server, and it is taken up by itself.</source>
        <translation>Sin sonido: no se abre ningún dispositivo ({why}); conecta uno o inicia el servidor de sonido, y se usará por sí solo.</translation>
    </message>
    <message>
        <source>Sound: {output} ({why}).</source>
        <translation>Sonido: {output} ({why}).</translation>
    </message>
    <message>
        <source>Sound: {output} (chosen by itself).</source>
        <translation>Sonido: {output} (elegido por sí solo).</translation>
    </message>
    <message>
        <source>Sound: {output}.</source>
        <translation>Sonido: {output}.</translation>
    </message>
    <message>
        <source>The damaged file is kept as {file}; a new one has begun.</source>
        <translation>El archivo dañado se conserva como {file}; se ha empezado uno nuevo.</translation>
    </message>
    <message>
        <source>Not saved: it was begun without a data folder</source>
        <translation>Sin guardar: se empezó sin carpeta de datos</translation>
    </message>
    <message>
        <source>Not saved: {why}</source>
        <translation>Sin guardar: {why}</translation>
    </message>
    <message>
        <source>The disk does not answer</source>
        <translation>El disco no responde</translation>
    </message>
    <message>
        <source>On pace.</source>
        <translation>A ritmo.</translation>
    </message>
    <message>
        <source>Hold: {time} for the last {distance} m.</source>
        <translation>Mantén: {time} en los últimos {distance} m.</translation>
    </message>
    <message>
        <source>{seconds} s quick.</source>
        <translation>{seconds} s rápido.</translation>
    </message>
    <message>
        <source>Ease: {time} for the last {distance} m.</source>
        <translation>Afloja: {time} en los últimos {distance} m.</translation>
    </message>
    <message>
        <source>{seconds} s slow.</source>
        <translation>{seconds} s lento.</translation>
    </message>
    <message>
        <source>Press on: {time} for the last {distance} m.</source>
        <translation>Aprieta: {time} en los últimos {distance} m.</translation>
    </message>
    <message>
        <source>Even from first to last.</source>
        <translation>Regular de la primera a la última.</translation>
    </message>
    <message>
        <source>The last was {time} s slower than the first.</source>
        <translation>La última fue {time} s más lenta que la primera.</translation>
    </message>
    <message>
        <source>The last was {time} s faster than the first.</source>
        <translation>La última fue {time} s más rápida que la primera.</translation>
    </message>
    <message>
        <source>{n} of {most} on target.</source>
        <translation>{n} de {most} en objetivo.</translation>
    </message>
    <message>
        <source>As you go: {time}.</source>
        <translation>A este ritmo: {time}.</translation>
    </message>
    <message>
        <source>Hold {time}s.</source>
        <translation>Mantén vueltas de {time}.</translation>
    </message>
    <message>
        <source>Ease: {time}s from here.</source>
        <translation>Afloja: vueltas de {time} desde aquí.</translation>
    </message>
    <message>
        <source>Press on: {time}s from here.</source>
        <translation>Aprieta: vueltas de {time} desde aquí.</translation>
    </message>
    <message>
        <source>Too fast: {figure} up already.</source>
        <translation>Demasiado rápido: {figure} s por delante ya.</translation>
    </message>
    <message>
        <source>{figure} fast.</source>
        <translation>{figure} por delante.</translation>
    </message>
    <message>
        <source>{figure} slow.</source>
        <translation>{figure} por detrás.</translation>
    </message>
    <message>
        <source>One</source>
        <comment>seconds</comment>
        <translation>Uno</translation>
    </message>
    <message>
        <source>Two</source>
        <comment>seconds</comment>
        <translation>Dos</translation>
    </message>
    <message>
        <source>Three</source>
        <comment>seconds</comment>
        <translation>Tres</translation>
    </message>
    <message>
        <source>Four</source>
        <comment>seconds</comment>
        <translation>Cuatro</translation>
    </message>
    <message>
        <source>Five</source>
        <comment>seconds</comment>
        <translation>Cinco</translation>
    </message>
    <message>
        <source>Six</source>
        <comment>seconds</comment>
        <translation>Seis</translation>
    </message>
    <message>
        <source>Seven</source>
        <comment>seconds</comment>
        <translation>Siete</translation>
    </message>
    <message>
        <source>Eight</source>
        <comment>seconds</comment>
        <translation>Ocho</translation>
    </message>
    <message>
        <source>Nine</source>
        <comment>seconds</comment>
        <translation>Nueve</translation>
    </message>
    <message>
        <source>Rep {number} broke: {time} s slow, and none after it was on target.</source>
        <translation>La repetición {number} se vino abajo: {time} s más lenta, y ninguna después cumplió.</translation>
    </message>
    <message>
        <source>Rep {number}, the last, broke: {time} s slow.</source>
        <translation>La repetición {number}, la última, se vino abajo: {time} s más lenta.</translation>
    </message>
    <message>
        <source>Next time: hold the first ones back, {time} and no faster.</source>
        <translation>La próxima vez: frena las primeras, {time} y no más rápido.</translation>
    </message>
    <message>
        <source>Next time: a longer recovery, or {n} reps well run.</source>
        <translation>La próxima vez: una recuperación más larga, o {n} repeticiones bien corridas.</translation>
    </message>
    <message>
        <source>Next time: one rep more, or a little less recovery.</source>
        <translation>La próxima vez: una repetición más, o algo menos de recuperación.</translation>
    </message>
    <message>
        <source>Next time: ask a little less; the targets were too fast for today.</source>
        <translation>La próxima vez: pide un poco menos; los objetivos eran demasiado rápidos para hoy.</translation>
    </message>
    <message>
        <source>Next time: aim at {time}, which is what you held.</source>
        <translation>La próxima vez: apunta a {time}, que es lo que has mantenido.</translation>
    </message>
    <message>
        <source>Next time: the targets may be faster, or the recoveries shorter.</source>
        <translation>La próxima vez: los objetivos pueden ser más rápidos, o las recuperaciones más cortas.</translation>
    </message>
    <message>
        <source>Next time: {time} is in your legs; ask for it, or recover less.</source>
        <translation>La próxima vez: {time} está en tus piernas; pídelo, o recupera menos.</translation>
    </message>
    <message>
        <source>Next time: the same pace for all of them, from the first.</source>
        <translation>La próxima vez: el mismo ritmo en todas, desde la primera.</translation>
    </message>
    <message>
        <source>Next time: the same again, all of them on target.</source>
        <translation>La próxima vez: lo mismo otra vez, todas en el objetivo.</translation>
    </message>
    <message>
        <source>On target.</source>
        <translation>En objetivo.</translation>
    </message>
    <message>
        <source>Even all the way.</source>
        <translation>Regular de principio a fin.</translation>
    </message>
    <message>
        <source>You went out {time} s quick and paid for it on lap {number}.</source>
        <translation>Saliste {time} s rápido y lo pagaste en la vuelta {number}.</translation>
    </message>
    <message>
        <source>Next time: {time} at the first line.</source>
        <translation>La próxima vez: {time} en el primer paso por la línea.</translation>
    </message>
    <message>
        <source>A slow first lap, {time} s over; the rest had to make it up.</source>
        <translation>Primera vuelta lenta, {time} s por encima; el resto tuvo que compensarla.</translation>
    </message>
    <message>
        <source>Lap {number} was the slowest, {time} s over.</source>
        <translation>La vuelta {number} fue la más lenta, {time} s por encima.</translation>
    </message>
    <message>
        <source>Quick throughout.</source>
        <translation>Rápido de principio a fin.</translation>
    </message>
    <message>
        <source>start</source>
        <comment>command</comment>
        <translation>empezar</translation>
    </message>
    <message>
        <source>pause</source>
        <comment>command</comment>
        <translation>pausa</translation>
    </message>
    <message>
        <source>resume</source>
        <comment>command</comment>
        <translation>seguir</translation>
    </message>
    <message>
        <source>lap</source>
        <comment>command</comment>
        <translation>vuelta</translation>
    </message>
    <message>
        <source>skip</source>
        <comment>command</comment>
        <translation>saltar</translation>
    </message>
    <message>
        <source>back</source>
        <comment>command</comment>
        <translation>atrás</translation>
    </message>
    <message>
        <source>leave</source>
        <comment>command</comment>
        <translation>salir</translation>
    </message>
    <message>
        <source>jump</source>
        <comment>command</comment>
        <translation>ir a</translation>
    </message>
    <message>
        <source>lengthen</source>
        <comment>command</comment>
        <translation>alargar</translation>
    </message>
    <message>
        <source>cool-down</source>
        <comment>command</comment>
        <translation>vuelta a la calma</translation>
    </message>
    <message>
        <source>undo</source>
        <comment>command</comment>
        <translation>deshacer</translation>
    </message>
    <message>
        <source>stop</source>
        <comment>command</comment>
        <translation>parar</translation>
    </message>
    <message>
        <source>insert</source>
        <comment>command</comment>
        <translation>insertar</translation>
    </message>
    <message>
        <source>delete</source>
        <comment>command</comment>
        <translation>borrar</translation>
    </message>
    <message>
        <source>move</source>
        <comment>command</comment>
        <translation>mover</translation>
    </message>
    <message>
        <source>relabel</source>
        <comment>command</comment>
        <translation>cambiar marca</translation>
    </message>
    <message>
        <source>restore</source>
        <comment>command</comment>
        <translation>recuperar</translation>
    </message>
    <message>
        <source>guess</source>
        <comment>command</comment>
        <translation>calcular</translation>
    </message>
    <message>
        <source>Tap along: 1 more tap.</source>
        <translation>Toca al compás: 1 toque más.</translation>
    </message>
    <message>
        <source>Tap along: {n} more taps.</source>
        <translation>Toca al compás: {n} toques más.</translation>
    </message>
    <message>
        <source>The taps are too uneven to tell. Wait for the beat, then tap with it.</source>
        <translation>Los toques son demasiado irregulares. Espera al golpe y toca con él.</translation>
    </message>
    <message>
        <source>The sound reaches you {offset} ms after it left, give or take {spread}.</source>
        <translation>El sonido te llega {offset} ms después de salir, {spread} arriba o abajo.</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>línea {number}</translation>
    </message>
    <message>
        <source>the workout cannot be read</source>
        <translation>no se puede leer el entrenamiento</translation>
    </message>
    <message>
        <source>{fault} (and 1 more)</source>
        <translation>{fault} (y 1 más)</translation>
    </message>
    <message>
        <source>{fault} (and {n} more)</source>
        <translation>{fault} (y {n} más)</translation>
    </message>
    <message>
        <source>1 cue, no device to sound it</source>
        <translation>1 señal, sin dispositivo que la haga sonar</translation>
    </message>
    <message>
        <source>{n} cues, no device to sound them</source>
        <translation>{n} señales, sin dispositivo que las haga sonar</translation>
    </message>
    <message>
        <source>1 cue</source>
        <translation>1 señal</translation>
    </message>
    <message>
        <source>{n} cues</source>
        <translation>{n} señales</translation>
    </message>
    <message>
        <source>median {median} ms late, worst {worst} ms</source>
        <translation>mediana {median} ms tarde, peor {worst} ms</translation>
    </message>
    <message>
        <source>1 late</source>
        <translation>1 tarde</translation>
    </message>
    <message>
        <source>{n} late</source>
        <translation>{n} tarde</translation>
    </message>
    <message>
        <source>1 given up</source>
        <translation>1 abandonada</translation>
    </message>
    <message>
        <source>{n} given up</source>
        <translation>{n} abandonadas</translation>
    </message>
    <message>
        <source>1 without a device</source>
        <translation>1 sin dispositivo</translation>
    </message>
    <message>
        <source>{n} without a device</source>
        <translation>{n} sin dispositivo</translation>
    </message>
    <message>
        <source>the workout has no steps</source>
        <translation>el entrenamiento no tiene pasos</translation>
    </message>
    <message>
        <source>give it at least one, such as 8 x 200m</source>
        <translation>dale al menos uno, como 8 x 200m</translation>
    </message>
    <message>
        <source>the workout is too long: repeats stand more than {n} deep in one another</source>
        <translation>el entrenamiento es demasiado largo: hay más de {n} bloques metidos unos en otros</translation>
    </message>
    <message>
        <source>write the inner ones out</source>
        <translation>escribe las de dentro una a una</translation>
    </message>
    <message>
        <source>the workout is too long: it comes to more than {most} steps in all</source>
        <translation>el entrenamiento es demasiado largo: suma más de {most} pasos</translation>
    </message>
    <message>
        <source>repeat less often</source>
        <translation>repite menos veces</translation>
    </message>
    <message>
        <source>the workout is too long: it takes 24 hours or more</source>
        <translation>el entrenamiento es demasiado largo: dura 24 horas o más</translation>
    </message>
    <message>
        <source>make it shorter than a day</source>
        <translation>hazlo de menos de un día</translation>
    </message>
    <message>
        <source>the workout is too long: it is longer than {most} km</source>
        <translation>el entrenamiento es demasiado largo: pasa de {most} km</translation>
    </message>
    <message>
        <source>make it shorter</source>
        <translation>acórtalo</translation>
    </message>
    <message>
        <source>ready</source>
        <comment>the session is</comment>
        <translation>lista</translation>
    </message>
    <message>
        <source>running</source>
        <comment>the session is</comment>
        <translation>en curso</translation>
    </message>
    <message>
        <source>paused</source>
        <comment>the session is</comment>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>finished</source>
        <comment>the session is</comment>
        <translation>terminada</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>the session is</comment>
        <translation>detenida</translation>
    </message>
    <message>
        <source>a track has lanes 1 to {most}</source>
        <translation>una pista tiene las calles 1 a {most}</translation>
    </message>
    <message>
        <source>only the standard 400 m track has known outer lanes; a track of {lap} m is measured in lane 1</source>
        <translation>solo la pista normal de 400 m tiene calles exteriores conocidas; una pista de {lap} m se mide en la calle 1</translation>
    </message>
    <message>
        <source>marks must lie apart: give a distance above 0, such as --every 200</source>
        <translation>las marcas van separadas: da una distancia mayor que 0, como --every 200</translation>
    </message>
    <message>
        <source>no treadmill runs as slowly as this; give a shorter time or a longer race</source>
        <translation>ninguna cinta corre tan despacio; indica un tiempo menor o una carrera más larga</translation>
    </message>
    <message>
        <source>{distance} m has more than {most} marks of {apart} m; take them further apart</source>
        <translation>{distance} m tienen más de {most} marcas cada {apart} m; sepáralas más</translation>
    </message>
    <message>
        <source>{text} is not a time: write it as m:ss, m:ss.fff, h:mm:ss or seconds, above 0 and under 24 h, such as 5:20 or 223.13</source>
        <translation>{text} no es un tiempo: escríbelo como m:ss, m:ss.fff, h:mm:ss o en segundos, mayor que 0 y menor que 24 h, como 5:20 o 223.13</translation>
    </message>
    <message>
        <source>{text} is not a distance: write a name (mile, 2mile) or a number with its unit, such as 1500m, 880yd, 3.2km</source>
        <translation>{text} no es una distancia: escribe un nombre (mile, 2mile) o un número con su unidad, como 1500m, 880yd, 3.2km</translation>
    </message>
    <message>
        <source>this is no workout: a key in it has too many parts</source>
        <translation>esto no es un entrenamiento: una clave tiene demasiadas partes</translation>
    </message>
    <message>
        <source>keys have no dots</source>
        <translation>las claves no llevan puntos</translation>
    </message>
    <message>
        <source>this is not TOML: {what}</source>
        <translation>esto no es TOML: {what}</translation>
    </message>
    <message>
        <source>strings stand in quotes, entries of steps are parted by commas</source>
        <translation>los textos van entre comillas, y los pasos separados por comas</translation>
    </message>
    <message>
        <source>this is not a workout: it nests too deep or holds a number too large</source>
        <translation>esto no es un entrenamiento: está demasiado anidado o tiene un número demasiado grande</translation>
    </message>
    <message>
        <source>give a workout file such as {file}</source>
        <translation>da un archivo de entrenamiento como {file}</translation>
    </message>
    <message>
        <source>the file cannot be read: its name cannot be</source>
        <translation>no se puede leer el archivo: su nombre no es legible</translation>
    </message>
    <message>
        <source>the file cannot be read: {why}</source>
        <translation>no se puede leer el archivo: {why}</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>el archivo está vacío</translation>
    </message>
    <message>
        <source>export it again</source>
        <translation>expórtalo de nuevo</translation>
    </message>
    <message>
        <source>give the files in it</source>
        <translation>indica los archivos que contiene</translation>
    </message>
    <message>
        <source>the file is larger than {n} MB</source>
        <translation>el archivo pasa de {n} MB</translation>
    </message>
    <message>
        <source>it is called {suffix} and holds {format}: read as that</source>
        <translation>se llama {suffix} y contiene {format}: se lee como tal</translation>
    </message>
    <message>
        <source>a table is not read</source>
        <translation>una tabla no se lee</translation>
    </message>
    <message>
        <source>copy one workout out of it, and paste that</source>
        <translation>copia un entrenamiento de ella y pégalo</translation>
    </message>
    <message>
        <source>it is none of the files that can be read: {known}</source>
        <translation>no es ninguno de los archivos que se pueden leer: {known}</translation>
    </message>
    <message>
        <source>Workout</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>a workout is a page of text</source>
        <translation>un entrenamiento es una página de texto</translation>
    </message>
    <message>
        <source>the file is not UTF-8 text</source>
        <translation>el archivo no es texto UTF-8</translation>
    </message>
    <message>
        <source>save it as UTF-8</source>
        <translation>guárdalo como UTF-8</translation>
    </message>
    <message>
        <source>the file is a folder</source>
        <translation>el archivo es una carpeta</translation>
    </message>
    <message>
        <source>the file is no plain file</source>
        <translation>no es un archivo corriente</translation>
    </message>
    <message>
        <source>the file does not exist</source>
        <translation>el archivo no existe</translation>
    </message>
    <message>
        <source>these are the first {n} faults</source>
        <translation>estos son los primeros {n} fallos</translation>
    </message>
    <message>
        <source>mend them and look again</source>
        <translation>corrígelos y vuelve a mirar</translation>
    </message>
    <message>
        <source>unknown key {key}</source>
        <translation>clave desconocida {key}</translation>
    </message>
    <message>
        <source>{key} is missing</source>
        <translation>falta {key}</translation>
    </message>
    <message>
        <source>add a line {example}</source>
        <translation>añade una línea {example}</translation>
    </message>
    <message>
        <source>{word} is no purpose</source>
        <translation>{word} no es una finalidad</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} copia</translation>
    </message>
    <message>
        <source>{name} copy {n}</source>
        <translation>{name} copia {n}</translation>
    </message>
    <message>
        <source>the workout could not be saved in {folder}: {why}; free or unlock it</source>
        <translation>no se pudo guardar el entrenamiento en {folder}: {why}; haz sitio o desbloquéala</translation>
    </message>
    <message>
        <source>did you mean {word}?</source>
        <translation>¿querías decir {word}?</translation>
    </message>
    <message>
        <source>one of {words}</source>
        <translation>uno de {words}</translation>
    </message>
    <message>
        <source>took a run that says no pace for an easy one</source>
        <translation>una carrera sin ritmo se ha tomado como suave</translation>
    </message>
    <message>
        <source>took {n} as metres</source>
        <translation>{n} se ha tomado como metros</translation>
    </message>
    <message>
        <source>took the easy minutes as the recovery</source>
        <translation>los minutos suaves se han tomado como la recuperación</translation>
    </message>
    <message>
        <source>took {time} as the recovery</source>
        <translation>{time} se ha tomado como la recuperación</translation>
    </message>
    <message>
        <source>took {time} as one more step</source>
        <translation>{time} se ha tomado como un paso más</translation>
    </message>
    <message>
        <source>took {recovery} after each of the list</source>
        <translation>{recovery} se ha tomado detrás de cada una de la lista</translation>
    </message>
    <message>
        <source>took the whole list for each set; to count one alone, write it with x</source>
        <translation>se ha tomado la lista entera en cada serie; para contar solo una, escríbela con x</translation>
    </message>
    <message>
        <source>took x{n} for the whole list; to count the last alone, write {n} x before it</source>
        <translation>x{n} se ha tomado para toda la lista; para contar solo la última, escribe {n} x delante</translation>
    </message>
    <message>
        <source>took {count} {length} as {count} x {length}</source>
        <translation>{count} {length} se ha tomado como {count} x {length}</translation>
    </message>
    <message>
        <source>took {text} as the time of the rep</source>
        <translation>{text} se ha tomado como el tiempo de la repetición</translation>
    </message>
    <message>
        <source>took {count} x {n} as {n} x {count}m</source>
        <translation>{count} x {n} se ha tomado como {n} x {count}m</translation>
    </message>
    <message>
        <source>took {n} as miles</source>
        <translation>{n} se ha tomado como millas</translation>
    </message>
    <message>
        <source>took ({text}) as the time of the rep</source>
        <translation>({text}) se ha tomado como el tiempo de la repetición</translation>
    </message>
    <message>
        <source>took ({text}) as the recovery</source>
        <translation>({text}) se ha tomado como la recuperación</translation>
    </message>
    <message>
        <source>the text has more than {most} characters</source>
        <translation>el texto tiene más de {most} caracteres</translation>
    </message>
    <message>
        <source>paste less at a time</source>
        <translation>pega menos de una vez</translation>
    </message>
    <message>
        <source>brackets stand more than {n} deep</source>
        <translation>hay más de {n} paréntesis anidados</translation>
    </message>
    <message>
        <source>the text has more than {most} parts</source>
        <translation>el texto tiene más de {most} partes</translation>
    </message>
    <message>
        <source>the text is too long: it has more than {most} words and figures</source>
        <translation>el texto es demasiado largo: tiene más de {most} palabras y cifras</translation>
    </message>
    <message>
        <source>took the time as a pace per km</source>
        <translation>el tiempo se ha tomado como un ritmo por km</translation>
    </message>
    <message>
        <source>took the time as a pace per mile</source>
        <translation>el tiempo se ha tomado como ritmo por milla</translation>
    </message>
    <message>
        <source>{number}… is too large a number for a workout</source>
        <translation>{number}… es un número demasiado grande para un entrenamiento</translation>
    </message>
    <message>
        <source>write a smaller one</source>
        <translation>escribe uno menor</translation>
    </message>
    <message>
        <source>{n} times is not a count</source>
        <translation>{n} veces no es un número de veces</translation>
    </message>
    <message>
        <source>repeat 1 to {most} times</source>
        <translation>repite de 1 a {most} veces</translation>
    </message>
    <message>
        <source>between send-offs everyone recovers as they like</source>
        <translation>entre salidas cada cual recupera como quiera</translation>
    </message>
    <message>
        <source>that is as far as it goes</source>
        <translation>no da más de sí</translation>
    </message>
    <message>
        <source>it has no figure of that kind</source>
        <translation>no tiene una cifra así</translation>
    </message>
    <message>
        <source>it is no range</source>
        <translation>no es un intervalo</translation>
    </message>
    <message>
        <source>give one up to {most} km</source>
        <translation>da una de hasta {most} km</translation>
    </message>
    <message>
        <source>that is no distance for a step</source>
        <translation>eso no es una distancia para un paso</translation>
    </message>
    <message>
        <source>a step lasts more than nothing and less than 24 hours</source>
        <translation>un paso dura más de nada y menos de 24 horas</translation>
    </message>
    <message>
        <source>shorten it</source>
        <translation>acórtalo</translation>
    </message>
    <message>
        <source>Settings could not be read from {file}; the defaults hold.</source>
        <translation>No se pudieron leer los ajustes de {file}; valen los habituales.</translation>
    </message>
    <message>
        <source>Settings could not be read; the defaults hold, and the old file is kept as {file}.</source>
        <translation>No se pudieron leer los ajustes; valen los habituales, y el archivo anterior se conserva como {file}.</translation>
    </message>
    <message>
        <source>settings could not be saved in {folder}: {why}; free or unlock it</source>
        <translation>no se pudieron guardar los ajustes en {folder}: {why}; haz sitio o desbloquéala</translation>
    </message>
    <message>
        <source>Bell Lap is already open on {folder}; close it there, or give another folder with --data-dir</source>
        <translation>Bell Lap ya está abierto en {folder}; ciérralo allí, o da otra carpeta con --data-dir</translation>
    </message>
    <message>
        <source>{folder} cannot be written ({why}); give another with --data-dir</source>
        <translation>no se puede escribir en {folder} ({why}); da otra con --data-dir</translation>
    </message>
    <message>
        <source>there is no session {number}; see the history</source>
        <translation>no existe la sesión {number}; mira el historial</translation>
    </message>
    <message>
        <source>{file} cannot be moved ({why}); move it by hand</source>
        <translation>no se puede mover {file} ({why}); muévelo a mano</translation>
    </message>
    <message>
        <source>{file} is damaged ({why}); it can be set aside and a new one begun</source>
        <translation>{file} está dañado ({why}); se puede apartar y empezar uno nuevo</translation>
    </message>
    <message>
        <source>{file} cannot be used: {why}; free or unlock its folder, or give another with --data-dir</source>
        <translation>no se puede usar {file}: {why}; haz sitio o desbloquea su carpeta, o da otra con --data-dir</translation>
    </message>
    <message>
        <source>The disk is full: the session goes on in memory; free some space and save again.</source>
        <translation>El disco está lleno: la sesión sigue en memoria; haz sitio y vuelve a guardar.</translation>
    </message>
    <message>
        <source>The data folder cannot be written: the session goes on in memory; unlock it and save again.</source>
        <translation>No se puede escribir en la carpeta de datos: la sesión sigue en memoria; desbloquéala y vuelve a guardar.</translation>
    </message>
    <message>
        <source>The data file is damaged: the session goes on in memory.</source>
        <translation>El archivo de datos está dañado: la sesión sigue en memoria.</translation>
    </message>
    <message>
        <source>Saving failed ({why}): the session goes on in memory; save again when it is mended.</source>
        <translation>No se pudo guardar ({why}): la sesión sigue en memoria; vuelve a guardar cuando esté arreglado.</translation>
    </message>
    <message>
        <source>{file} was made by a later Bell Lap; start that one, or give another --data-dir</source>
        <translation>{file} lo hizo un Bell Lap posterior; abre ese, o da otro --data-dir</translation>
    </message>
    <message>
        <source>a stored session cannot be read: it is damaged, or a later version wrote it</source>
        <translation>no se puede leer una sesión guardada: está dañada, o la escribió una versión posterior</translation>
    </message>
    <message>
        <source>a stored plan is damaged</source>
        <translation>un plan guardado está dañado</translation>
    </message>
    <message>
        <source>Your own practice</source>
        <translation>Tu propia práctica</translation>
    </message>
    <message>
        <source>Level {number} of {most}</source>
        <translation>Nivel {number} de {most}</translation>
    </message>
    <message>
        <source>To pass: every lap within {lap} s, the first within {first} s, spread (CV) at most {cv} %.</source>
        <translation>Para superarlo: cada vuelta a menos de {lap} s del objetivo, la primera a menos de {first} s, dispersión (CV) del {cv} % como mucho.</translation>
    </message>
    <message>
        <source>no mark is given: write metres=time, such as 409.344=55.07,809.344=1:51.58</source>
        <translation>no hay ninguna marca: escribe metros=tiempo, como 409.344=55.07,809.344=1:51.58</translation>
    </message>
    <message>
        <source>no lap time is given: write them as 81.2,80.0,79.6,79.2</source>
        <translation>no hay ningún tiempo de vuelta: escríbelos como 81.2,80.0,79.6,79.2</translation>
    </message>
    <message>
        <source>there is nothing in it: write a mark and its time on each line, such as 409.344 55.07</source>
        <translation>no hay nada dentro: escribe en cada línea una marca y su tiempo, como 409.344 55.07</translation>
    </message>
    <message>
        <source>more than {most} lines; a race has fewer marks</source>
        <translation>más de {most} líneas; una carrera tiene menos marcas</translation>
    </message>
    <message>
        <source>line {number}: {what}</source>
        <translation>línea {number}: {what}</translation>
    </message>
    <message>
        <source>more than {most} marks; take them further apart</source>
        <translation>más de {most} marcas; sepáralas más</translation>
    </message>
    <message>
        <source>{text} is not a mark: write metres=time, such as 409.344=55.07</source>
        <translation>{text} no es una marca: escribe metros=tiempo, como 409.344=55.07</translation>
    </message>
    <message>
        <source>{text} is not a mark and its time, such as 409.344 55.07</source>
        <translation>{text} no es una marca con su tiempo, como 409.344 55.07</translation>
    </message>
    <message>
        <source>a row has a distance and a time, as its heads say</source>
        <translation>una fila tiene una distancia y un tiempo, como dicen sus encabezados</translation>
    </message>
    <message>
        <source>a practice has {least} to {most} laps</source>
        <translation>una práctica tiene de {least} a {most} vueltas</translation>
    </message>
    <message>
        <source>a lap is practised in {fastest} to {slowest}; write it as 1:19.5 or 79.5</source>
        <translation>una vuelta se practica entre {fastest} y {slowest}; escríbela como 1:19.5 o 79.5</translation>
    </message>
    <message>
        <source>Practice: {laps} laps at {time}</source>
        <translation>Práctica: {laps} vueltas a {time}</translation>
    </message>
    <message>
        <source>a tone every {metres} m of lap one, then none</source>
        <translation>un tono cada {metres} m de la primera vuelta, luego ninguno</translation>
    </message>
    <message>
        <source>one tone at the first line, then none</source>
        <translation>un tono en el primer paso por la línea, luego ninguno</translation>
    </message>
    <message>
        <source>one tone after {metres} m, then none</source>
        <translation>un tono a los {metres} m, luego ninguno</translation>
    </message>
    <message>
        <source>no tone after the go</source>
        <translation>ningún tono tras la salida</translation>
    </message>
    <message>
        <source>{n} laps at {time}, {tones}.</source>
        <translation>{n} vueltas a {time}, {tones}.</translation>
    </message>
    <message>
        <source>{n} laps at {time} with rest between them, {tones}.</source>
        <translation>{n} vueltas a {time} con descanso entre ellas, {tones}.</translation>
    </message>
    <message>
        <source>Not passed: {n} of {most} laps were run.</source>
        <translation>No superado: se corrieron {n} de {most} vueltas.</translation>
    </message>
    <message>
        <source>Not passed: a lap whose end was estimated proves nothing.</source>
        <translation>No superado: una vuelta cuyo final se estimó no demuestra nada.</translation>
    </message>
    <message>
        <source>Not passed: the first lap was {pct} % off, and {most} % is allowed.</source>
        <translation>No superado: la primera vuelta se desvió un {pct} %, y se permite un {most} %.</translation>
    </message>
    <message>
        <source>Not passed: lap {number} was {pct} % off, and {most} % is allowed.</source>
        <translation>No superado: la vuelta {number} se desvió un {pct} %, y se permite un {most} %.</translation>
    </message>
    <message>
        <source>Not passed: the spread (CV per 400 m) was {pct} %, and {most} % is allowed.</source>
        <translation>No superado: la dispersión (CV por 400 m) fue del {pct} %, y se permite un {most} %.</translation>
    </message>
    <message>
        <source>Even: no lap more than {time} s off.</source>
        <translation>Regular: ninguna vuelta se desvió más de {time} s.</translation>
    </message>
    <message>
        <source>Out {quick} s quick, home {slow} s slow: start easier.</source>
        <translation>Salida {quick} s rápida, llegada {slow} s lenta: empieza más suave.</translation>
    </message>
    <message>
        <source>The first lap was {quick} s quick: start easier.</source>
        <translation>La primera vuelta fue {quick} s rápida: empieza más suave.</translation>
    </message>
    <message>
        <source>The first lap was {time} s slow: be on the pace sooner.</source>
        <translation>La primera vuelta fue {time} s lenta: coge antes el ritmo.</translation>
    </message>
    <message>
        <source>Lap {number} was {time} s slow.</source>
        <translation>La vuelta {number} fue {time} s lenta.</translation>
    </message>
    <message>
        <source>Lap {number} was {time} s quick.</source>
        <translation>La vuelta {number} fue {time} s rápida.</translation>
    </message>
    <message>
        <source>Your guesses were {time} s off on average.</source>
        <translation>Tus cálculos se desviaron {time} s de media.</translation>
    </message>
    <message>
        <source>the race has {laps} laps and the pace profile {given}; give one percentage a lap</source>
        <translation>la carrera tiene {laps} vueltas y el perfil de ritmo {given}; da un porcentaje por vuelta</translation>
    </message>
    <message>
        <source>write one percentage of even pace for each lap, such as 98, 101, 102, 99</source>
        <translation>escribe un porcentaje del ritmo uniforme por vuelta, como 98, 101, 102, 99</translation>
    </message>
    <message>
        <source>a pace profile has at most {most} laps</source>
        <translation>un perfil de ritmo tiene como mucho {most} vueltas</translation>
    </message>
    <message>
        <source>a lap is planned at {low} to {high} percent of even pace</source>
        <translation>una vuelta se planea entre el {low} y el {high} por ciento del ritmo uniforme</translation>
    </message>
    <message>
        <source>{distance} m is not the mile, which is 1609.344 m; the race is taken as it is written</source>
        <translation>{distance} m no son la milla, que mide 1609.344 m; la carrera se toma como está escrita</translation>
    </message>
    <message>
        <source>{race} m on a track of {lap} m has {n} laps; {given} lap times are given</source>
        <translation>{race} m en una pista de {lap} m son {n} vueltas; hay {given} tiempos de vuelta</translation>
    </message>
    <message>
        <source>the laps come to {sum}, {off} s less than {time}; the last one is taken as what is left, {left}</source>
        <translation>las vueltas suman {sum}, {off} s menos que {time}; como última se toma lo que queda, {left}</translation>
    </message>
    <message>
        <source>the laps come to {sum}, {off} s more than {time}; the last one is taken as what is left, {left}</source>
        <translation>las vueltas suman {sum}, {off} s más que {time}; como última se toma lo que queda, {left}</translation>
    </message>
    <message>
        <source>the marks were not in the order of their distance; they are now</source>
        <translation>las marcas no estaban por orden de distancia; ahora sí</translation>
    </message>
    <message>
        <source>the mark at {mark} m lies past the finish, at {race} m; give the race that was run</source>
        <translation>la marca de {mark} m está más allá de la meta, a {race} m; indica la carrera que se corrió</translation>
    </message>
    <message>
        <source>the mark at {mark} m is given twice, {off} s apart; the first time, {time}, is taken</source>
        <translation>la marca de {mark} m está dos veces, con {off} s de diferencia; vale el primer tiempo, {time}</translation>
    </message>
    <message>
        <source>the mark at {mark} m is taken for the finish, at {race} m</source>
        <translation>la marca de {mark} m se toma por la meta, a {race} m</translation>
    </message>
    <message>
        <source>the mark at the finish says {mark}, {off} s off the time of the race; {time} is taken</source>
        <translation>la marca en la meta dice {mark}, a {off} s del tiempo de la carrera; vale {time}</translation>
    </message>
    <message>
        <source>no time is left from {before} m, at {earlier}, to the finish, at {time}; check the times</source>
        <translation>no queda tiempo desde {before} m, en {earlier}, hasta la meta, en {time}; revisa los tiempos</translation>
    </message>
    <message>
        <source>{mark} m at {time} is not after {before} m at {earlier}; check the times</source>
        <translation>{mark} m en {time} no va después de {before} m en {earlier}; revisa los tiempos</translation>
    </message>
    <message>
        <source>{from_m} to {to_m} m in {time} is faster than anybody ever ran; check the marks and times</source>
        <translation>de {from_m} a {to_m} m en {time} es más rápido de lo que nadie ha corrido; revisa las marcas y los tiempos</translation>
    </message>
    <message>
        <source>no evenness is given: it takes three parts, by two marks or more, and here are {n}</source>
        <translation>no se da la regularidad: hacen falta tres tramos, con dos marcas o más, y aquí hay {n}</translation>
    </message>
    <message>
        <source>no evenness is given: parts of {shortest} to {longest} m are too unlike to be compared</source>
        <translation>no se da la regularidad: tramos de {shortest} a {longest} m son demasiado distintos para compararlos</translation>
    </message>
    <message>
        <source>no mark lies near half way, {half} m; the halves are reckoned at even pace from {from_m} to {to_m} m</source>
        <translation>no hay ninguna marca cerca de la mitad, {half} m; las mitades se calculan a ritmo regular de {from_m} a {to_m} m</translation>
    </message>
    <message>
        <source>No mark on the way, so all that is known is the average: {average} per 400 m.</source>
        <translation>Sin marcas por el camino, solo se conoce la media: {average} por 400 m.</translation>
    </message>
    <message>
        <source>Even from mark to mark: {average} per 400 m.</source>
        <translation>Regular de marca a marca: {average} por 400 m.</translation>
    </message>
    <message>
        <source>Even from mark to mark: {fast} to {slow} per 400 m, around an average of {average}.</source>
        <translation>Regular de marca a marca: de {fast} a {slow} por 400 m, en torno a una media de {average}.</translation>
    </message>
    <message>
        <source>Close to even; quickest was {fastest}, at {fast} per 400 m, where the average was {average}.</source>
        <translation>Casi regular; lo más rápido fue {fastest}, a {fast} por 400 m, con una media de {average}.</translation>
    </message>
    <message>
        <source>Close to even; slowest was {slowest}, at {slow} per 400 m, where the average was {average}.</source>
        <translation>Casi regular; lo más lento fue {slowest}, a {slow} por 400 m, con una media de {average}.</translation>
    </message>
    <message>
        <source>You went out fast and paid for it: {fast} per 400 m over {fastest}, {slow} over {slowest}; even was {average}.</source>
        <translation>Saliste rápido y lo pagaste: {fast} por 400 m en {fastest}, {slow} en {slowest}; lo regular era {average}.</translation>
    </message>
    <message>
        <source>Quick, then slow: {fast} per 400 m over {fastest}, {slow} over {slowest}; even was {average}.</source>
        <translation>Rápido y luego lento: {fast} por 400 m en {fastest}, {slow} en {slowest}; lo regular era {average}.</translation>
    </message>
    <message>
        <source>You held back and came home fast: {slow} per 400 m over {slowest}, {fast} over {fastest}; even was {average}.</source>
        <translation>Te guardaste y acabaste rápido: {slow} por 400 m en {slowest}, {fast} en {fastest}; lo regular era {average}.</translation>
    </message>
    <message>
        <source>Slow, then quick: {slow} per 400 m over {slowest}, {fast} over {fastest}; even was {average}.</source>
        <translation>Lento y luego rápido: {slow} por 400 m en {slowest}, {fast} en {fastest}; lo regular era {average}.</translation>
    </message>
    <message>
        <source>Quick out, quick home, slow between: {slow} per 400 m over {slowest}, where even was {average}.</source>
        <translation>Rápido al salir y al llegar, lento en medio: {slow} por 400 m en {slowest}, cuando lo regular era {average}.</translation>
    </message>
    <message>
        <source>Quick, slow and quick again: {slow} per 400 m over {slowest}, where even was {average}.</source>
        <translation>Rápido, lento y otra vez rápido: {slow} por 400 m en {slowest}, cuando lo regular era {average}.</translation>
    </message>
    <message>
        <source>Quick in the middle, slow before and after: {fast} per 400 m over {fastest}, where even was {average}.</source>
        <translation>Rápido en medio, lento antes y después: {fast} por 400 m en {fastest}, cuando lo regular era {average}.</translation>
    </message>
    <message>
        <source>Up and down: {fast} per 400 m over {fastest}, {slow} over {slowest}; {average} all the way is as fast.</source>
        <translation>Con altibajos: {fast} por 400 m en {fastest}, {slow} en {slowest}; a {average} todo el camino se llega igual.</translation>
    </message>
    <message>
        <source>the first {length} m</source>
        <translation>los primeros {length} m</translation>
    </message>
    <message>
        <source>the last {length} m</source>
        <translation>los últimos {length} m</translation>
    </message>
    <message>
        <source>{from_m} to {to_m} m</source>
        <translation>de {from_m} a {to_m} m</translation>
    </message>
    <message>
        <source>{speed} is {kilometre} a km and {mile} a mile, not {asked}.</source>
        <translation>{speed} son {kilometre} por km y {mile} por milla, no {asked}.</translation>
    </message>
    <message>
        <source>{speed} is {kilometre} a km and {mile} a mile.</source>
        <translation>{speed} son {kilometre} por km y {mile} por milla.</translation>
    </message>
    <message>
        <source>{speed} is {mile} a mile.</source>
        <translation>{speed} son {mile} por milla.</translation>
    </message>
    <message>
        <source>{speed} is {mile} a mile, not {asked}.</source>
        <translation>{speed} son {mile} por milla, no {asked}.</translation>
    </message>
    <message>
        <source>{speed} is faster than most belts go ({most}).</source>
        <translation>{speed} es más de lo que da la mayoría de las cintas ({most}).</translation>
    </message>
    <message>
        <source>{incline} %: costs like {flat} a mile on the flat (ACSM model).</source>
        <translation>{incline} %: cuesta como {flat} por milla en llano (modelo ACSM).</translation>
    </message>
    <message>
        <source>{incline} %: costs like {flat} a mile on the flat; {slower} would cost like {asked} (ACSM model).</source>
        <translation>{incline} %: cuesta como {flat} por milla en llano; {slower} costaría como {asked} (modelo ACSM).</translation>
    </message>
    <message>
        <source>1 % costs what the road does: tested on nine men from {low} to {high} (Jones and Doust 1996).</source>
        <translation>Un 1 % cuesta lo mismo que la calle: probado en nueve hombres de {low} a {high} (Jones y Doust 1996).</translation>
    </message>
    <message>
        <source>Outside of that: {speeds}.</source>
        <translation>Fuera de eso: {speeds}.</translation>
    </message>
    <message>
        <source>{speed} km/h</source>
        <translation>{speed} km/h</translation>
    </message>
    <message>
        <source>{speed} mph</source>
        <translation>{speed} mph</translation>
    </message>
    <message>
        <source>took {one}, not {other}</source>
        <translation>se ha tomado {one}, y no {other}</translation>
    </message>
    <message>
        <source>took {one} as the recovery, not {other}</source>
        <translation>{one} se ha tomado como la recuperación, y no {other}</translation>
    </message>
    <message>
        <source>took {n} as minutes</source>
        <translation>{n} se ha tomado como minutos</translation>
    </message>
    <message>
        <source>took {n}m as miles</source>
        <translation>{n}m se ha tomado como millas</translation>
    </message>
    <message>
        <source>took {n}m as minutes</source>
        <translation>{n}m se ha tomado como minutos</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}; close Bell Lap if it is open on it, and try again</source>
        <translation>{file} no se puede leer: {why}; cierra Bell Lap si lo tiene abierto e inténtalo de nuevo</translation>
    </message>
    <message>
        <source>{laps}, clock hidden</source>
        <translation>{laps}, reloj oculto</translation>
    </message>
    <message>
        <source>of {most}</source>
        <translation>de {most}</translation>
    </message>
    <message>
        <source>Write a lap as 1:19.5, or 79.5.</source>
        <translation>Escribe una vuelta como 1:19.5, o 79.5.</translation>
    </message>
    <message>
        <source>Lap {number}: what did it take?</source>
        <translation>Vuelta {number}: ¿cuánto duró?</translation>
    </message>
    <message>
        <source>Target {time}. Type it, or use the arrows.</source>
        <translation>Objetivo {time}. Escríbelo, o usa las flechas.</translation>
    </message>
    <message>
        <source>Lap {number} took</source>
        <translation>La vuelta {number} duró</translation>
    </message>
    <message>
        <source>the next one</source>
        <translation>la siguiente</translation>
    </message>
    <message>
        <source>the score</source>
        <translation>la puntuación</translation>
    </message>
    <message>
        <source>On the target.</source>
        <translation>En el objetivo.</translation>
    </message>
    <message>
        <source>{off} s over target.</source>
        <translation>{off} s por encima del objetivo.</translation>
    </message>
    <message>
        <source>{off} s under target.</source>
        <translation>{off} s por debajo del objetivo.</translation>
    </message>
    <message>
        <source>You said {guess}.</source>
        <translation>Dijiste {guess}.</translation>
    </message>
    <message>
        <source>Pace card</source>
        <translation>Tabla de paso</translation>
    </message>
    <message>
        <source>No lap was run to its line: there is nothing to score.</source>
        <translation>Ninguna vuelta llegó a la línea: no hay nada que puntuar.</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superado</translation>
    </message>
    <message>
        <source>not passed yet</source>
        <translation>aún no superado</translation>
    </message>
    <message>
        <source>Off the pace</source>
        <translation>Desvío del ritmo</translation>
    </message>
    <message>
        <source>Mean error of a lap, slow or quick, in % of its target. Record miles spread (CV) by 1.5 to 3&#xa0;%.</source>
        <translation>Error medio de una vuelta, por lenta o por rápida, en % de su objetivo. Las millas récord se dispersan (CV) de 1,5 a 3&#xa0;%.</translation>
    </message>
    <message>
        <source>{seconds} s, {pct} %</source>
        <translation>{seconds} s, {pct} %</translation>
    </message>
    <message>
        <source>fade: last lap − first</source>
        <translation>bajón: última − primera</translation>
    </message>
    <message>
        <source>second half − first</source>
        <translation>2.ª mitad − 1.ª</translation>
    </message>
    <message>
        <source>spread (CV), raw laps</source>
        <translation>dispersión (CV), vueltas</translation>
    </message>
    <message>
        <source>spread (CV), per 400 m</source>
        <translation>dispersión (CV), 400 m</translation>
    </message>
    <message>
        <source>guesses off by</source>
        <translation>error al calcular</translation>
    </message>
    <message>
        <source>Next: {level}</source>
        <translation>Siguiente: {level}</translation>
    </message>
    <message>
        <source>Make it ready</source>
        <translation>Preparar</translation>
    </message>
    <message>
        <source>Timed race</source>
        <translation>Carrera contra el reloj</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>distancia</translation>
    </message>
    <message>
        <source>another</source>
        <translation>otra</translation>
    </message>
    <message>
        <source>another distance</source>
        <translation>otra distancia</translation>
    </message>
    <message>
        <source>such as 1000m</source>
        <translation>como 1000m</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>objetivo</translation>
    </message>
    <message>
        <source>goal of the race</source>
        <translation>objetivo de la carrera</translation>
    </message>
    <message>
        <source>count</source>
        <translation>cuenta</translation>
    </message>
    <message>
        <source>own start</source>
        <translation>salida propia</translation>
    </message>
    <message>
        <source>go</source>
        <comment>the start</comment>
        <translation>disparo</translation>
    </message>
    <message>
        <source>start</source>
        <comment>of a race</comment>
        <translation>salida</translation>
    </message>
    <message>
        <source>Your goal mile.</source>
        <translation>Tu milla objetivo.</translation>
    </message>
    <message>
        <source>No goal yet: laps have no ±.</source>
        <translation>Aún sin objetivo: las vueltas no tienen ±.</translation>
    </message>
    <message>
        <source>A proposal: as good as a mile in {mile} (Riegel). Type your own to change it.</source>
        <translation>Una propuesta: tan buena como una milla en {mile} (Riegel). Escribe la tuya para cambiarla.</translation>
    </message>
    <message>
        <source>Your own. Empty the field for a proposal.</source>
        <translation>Propio. Vacía el campo para una propuesta.</translation>
    </message>
    <message>
        <source>The clock starts at your press.</source>
        <translation>El reloj empieza cuando pulsas.</translation>
    </message>
    <message>
        <source>The go sounds 1 to 3 s after your press, nobody knows when; the clock starts with it.</source>
        <translation>La salida suena de 1 a 3 s después de pulsar, nadie sabe cuándo; el reloj empieza con ella.</translation>
    </message>
    <message>
        <source>A count of {seconds} s, then the clock starts.</source>
        <translation>Una cuenta de {seconds} s y empieza el reloj.</translation>
    </message>
    <message>
        <source>No lead-in is set, so the clock starts at your press.</source>
        <translation>No hay cuenta previa, así que el reloj empieza cuando pulsas.</translation>
    </message>
    <message>
        <source>A distance is written as 1000m, 1.5km or 880yd.</source>
        <translation>Una distancia se escribe como 1000m, 1.5km o 880yd.</translation>
    </message>
    <message>
        <source>The goal is a time such as 5:20.</source>
        <translation>El objetivo es un tiempo como 5:20.</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Reparto</translation>
    </message>
    <message>
        <source>even</source>
        <comment>pace</comment>
        <translation>uniforme</translation>
    </message>
    <message>
        <source>record</source>
        <comment>pace</comment>
        <translation>récord</translation>
    </message>
    <message>
        <source>negative split</source>
        <translation>de menos a más</translation>
    </message>
    <message>
        <source>own</source>
        <comment>pace</comment>
        <translation>propio</translation>
    </message>
    <message>
        <source>pace profile</source>
        <translation>perfil de ritmo</translation>
    </message>
    <message>
        <source>profile</source>
        <comment>of the pace</comment>
        <translation>perfil</translation>
    </message>
    <message>
        <source>own percentages, one a lap</source>
        <translation>porcentajes propios, uno por vuelta</translation>
    </message>
    <message>
        <source>own, %</source>
        <translation>propio, %</translation>
    </message>
    <message>
        <source>finish line</source>
        <translation>línea de meta</translation>
    </message>
    <message>
        <source>start line</source>
        <translation>línea de salida</translation>
    </message>
    <message>
        <source>laps counted from</source>
        <translation>vueltas contadas desde</translation>
    </message>
    <message>
        <source>laps from</source>
        <translation>vueltas desde</translation>
    </message>
    <message>
        <source>In races alone: a rep counts from its own start, and is run evenly.</source>
        <translation>Solo en carreras: una repetición cuenta desde su propia salida y se corre uniforme.</translation>
    </message>
    <message>
        <source>This race has {laps} laps and there are {given} percentages: it is run evenly until they match.</source>
        <translation>Esta carrera tiene {laps} vueltas y hay {given} porcentajes: se corre uniforme hasta que coincidan.</translation>
    </message>
    <message>
        <source>The same pace from start to finish.</source>
        <translation>El mismo ritmo de principio a fin.</translation>
    </message>
    <message>
        <source>Fast, slower, slower, fast: as record miles are run.</source>
        <translation>Rápido, más lento, más lento, rápido: como se corren las millas de récord.</translation>
    </message>
    <message>
        <source>The second half is faster than the first.</source>
        <translation>La segunda mitad es más rápida que la primera.</translation>
    </message>
    <message>
        <source>In percent of even pace; over 100 is slower. The finish stays the goal.</source>
        <translation>En porcentaje del ritmo uniforme; más de 100 es más lento. La meta sigue siendo el objetivo.</translation>
    </message>
    <message>
        <source>the track, and who runs round it</source>
        <translation>la pista, y quién corre en ella</translation>
    </message>
    <message>
        <source>start {metres} m before the finish line</source>
        <translation>salida {metres} m antes de la línea de meta</translation>
    </message>
    <message>
        <source>{metres} m from end to end</source>
        <translation>{metres} m de punta a punta</translation>
    </message>
    <message>
        <source>lane {lane}: {metres} m a lap</source>
        <translation>calle {lane}: {metres} m por vuelta</translation>
    </message>
    <message>
        <source>{metres} m a lap, not to scale</source>
        <translation>{metres} m por vuelta, sin escala</translation>
    </message>
    <message>
        <source>last</source>
        <comment>a past run</comment>
        <translation>última</translation>
    </message>
    <message>
        <source>best</source>
        <comment>a past run</comment>
        <translation>mejor</translation>
    </message>
    <message>
        <source>you, estimated</source>
        <translation>tú, estimado</translation>
    </message>
    <message>
        <source>you</source>
        <translation>tú</translation>
    </message>
    <message>
        <source>from the start line</source>
        <translation>desde la salida</translation>
    </message>
    <message>
        <source>pace card</source>
        <translation>tabla de paso</translation>
    </message>
    <message>
        <source>mark, m</source>
        <translation>marca, m</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Pista</translation>
    </message>
    <message>
        <source>440 yd</source>
        <translation>440 yd</translation>
    </message>
    <message>
        <source>own length</source>
        <translation>otra medida</translation>
    </message>
    <message>
        <source>own length of a lap</source>
        <translation>otra medida de la vuelta</translation>
    </message>
    <message>
        <source>such as 352 m</source>
        <translation>como 352 m</translation>
    </message>
    <message>
        <source>lane</source>
        <translation>calle</translation>
    </message>
    <message>
        <source>Only the standard 400 m track has known outer lanes: this one is measured in lane 1.</source>
        <translation>Solo la pista normal de 400 m tiene calles exteriores conocidas: esta se mide en la calle 1.</translation>
    </message>
    <message>
        <source>A lap in lane 1 is 400 m.</source>
        <translation>Una vuelta por la calle 1 son 400 m.</translation>
    </message>
    <message>
        <source>A lap in lane {lane} is {metres} m; marks and bell follow it.</source>
        <translation>Una vuelta por la calle {lane} son {metres} m; las marcas y la campana la siguen.</translation>
    </message>
    <message>
        <source>A lap is {least} to {most} m, such as 352 m or 440yd.</source>
        <translation>Una vuelta tiene de {least} a {most} m, como 352 m o 440yd.</translation>
    </message>
    <message>
        <source>Audible pacing light</source>
        <translation>Luz de paso audible</translation>
    </message>
    <message>
        <source>a sound every</source>
        <translation>un sonido cada</translation>
    </message>
    <message>
        <source>every</source>
        <translation>cada</translation>
    </message>
    <message>
        <source>tone</source>
        <translation>tono</translation>
    </message>
    <message>
        <source>spoken time</source>
        <translation>tiempo hablado</translation>
    </message>
    <message>
        <source>sound of the light</source>
        <translation>sonido de la luz</translation>
    </message>
    <message>
        <source>second pace</source>
        <translation>segundo ritmo</translation>
    </message>
    <message>
        <source>goal mile of the second light</source>
        <translation>milla objetivo de la segunda luz</translation>
    </message>
    <message>
        <source>Marks alone sound.</source>
        <translation>Solo suenan las marcas.</translation>
    </message>
    <message>
        <source>Each place of the track sounds when the pace is there; another mile time has a tone of its own.</source>
        <translation>Cada punto de la pista suena cuando el ritmo pasa por él; otro tiempo de milla tiene su propio tono.</translation>
    </message>
    <message>
        <source>The second pace is a mile time such as 5:10.</source>
        <translation>El segundo ritmo es un tiempo de milla como 5:10.</translation>
    </message>
    <message>
        <source>Other rabbits</source>
        <translation>Otras liebres</translation>
    </message>
    <message>
        <source>goal miles</source>
        <translation>millas objetivo</translation>
    </message>
    <message>
        <source>goal miles of other rabbits</source>
        <translation>millas objetivo de otras liebres</translation>
    </message>
    <message>
        <source>Up to {most} other mile times, with commas between them, run on the drawn track.</source>
        <translation>Hasta {most} tiempos de milla más, separados por comas, corren por la pista dibujada.</translation>
    </message>
    <message>
        <source>{n} of {most} run on the drawn track beside your own.</source>
        <translation>{n} de {most} corren por la pista dibujada junto a la tuya.</translation>
    </message>
    <message>
        <source>Mile times with commas between them, such as 5:10, 5:30.</source>
        <translation>Tiempos de milla separados por comas, como 5:10, 5:30.</translation>
    </message>
    <message>
        <source>At most {most}: more of them are a crowd.</source>
        <translation>Como mucho {most}: más son multitud.</translation>
    </message>
    <message>
        <source>Treadmill</source>
        <translation>Cinta</translation>
    </message>
    <message>
        <source>seconds between the word and the work</source>
        <translation>segundos entre el aviso y el trabajo</translation>
    </message>
    <message>
        <source>said before, s</source>
        <translation>aviso previo, s</translation>
    </message>
    <message>
        <source>incline, %</source>
        <translation>inclinación, %</translation>
    </message>
    <message>
        <source>incline in percent</source>
        <translation>inclinación en porcentaje</translation>
    </message>
    <message>
        <source>An incline is 0 to {most} percent, such as 1.</source>
        <translation>Una inclinación va de 0 a {most} por ciento, como 1.</translation>
    </message>
    <message>
        <source>{when}: {pct} %, passed</source>
        <translation>{when}: {pct} %, superado</translation>
    </message>
    <message>
        <source>{when}: {pct} %</source>
        <translation>{when}: {pct} %</translation>
    </message>
    <message>
        <source>trend of practice scores</source>
        <translation>tendencia de las puntuaciones de práctica</translation>
    </message>
    <message>
        <source>{pct} %</source>
        <translation>{pct} %</translation>
    </message>
    <message>
        <source>off the pace: lower is better, a full dot passed</source>
        <translation>desvío del ritmo: cuanto menos, mejor; punto lleno, superado</translation>
    </message>
    <message>
        <source>took {time} as for a mile</source>
        <translation>{time} se ha tomado como por milla</translation>
    </message>
    <message>
        <source>no data folder is open, so that nothing can be kept</source>
        <translation>no hay ninguna carpeta de datos abierta, así que no se puede guardar nada</translation>
    </message>
    <message>
        <source>there is nothing to save yet: write a line such as 8 x 200m w/ 200m jog</source>
        <translation>aún no hay nada que guardar: escribe una línea como 8 x 200m w/ 200m jog</translation>
    </message>
    <message>
        <source>the workout {name} is gone; list them anew</source>
        <translation>el entrenamiento {name} ya no está; vuelve a listarlos</translation>
    </message>
    <message>
        <source>this workout came with Bell Lap and stays; a copy of it is yours</source>
        <translation>este entrenamiento viene con Bell Lap y se queda; una copia es tuya</translation>
    </message>
    <message>
        <source>{file} could not be written: {why}; free or unlock it</source>
        <translation>no se pudo escribir {file}: {why}; libéralo o desbloquéalo</translation>
    </message>
    <message>
        <source>a workout&apos;s name has at most {n} characters</source>
        <translation>el nombre de un entrenamiento tiene como máximo {n} caracteres</translation>
    </message>
    <message>
        <source>a workout needs a name</source>
        <translation>un entrenamiento necesita un nombre</translation>
    </message>
    <message>
        <source>Garmin and other watches</source>
        <translation>Garmin y otros relojes</translation>
    </message>
    <message>
        <source>text to paste into intervals.icu</source>
        <translation>texto para pegar en intervals.icu</translation>
    </message>
    <message>
        <source>Zwift, on a treadmill</source>
        <translation>Zwift, en la cinta</translation>
    </message>
    <message>
        <source>older Garmin devices and programs</source>
        <translation>aparatos y programas Garmin antiguos</translation>
    </message>
    <message>
        <source>another Bell Lap, with all there is</source>
        <translation>otro Bell Lap, con todo lo que hay</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>an e-mail, a message, a note</source>
        <translation>un correo, un mensaje, una nota</translation>
    </message>
    <message>
        <source>these are more than {n} files; give the others later</source>
        <translation>son más de {n} archivos; da los demás después</translation>
    </message>
    <message>
        <source>there is no text to paste</source>
        <translation>no hay texto que pegar</translation>
    </message>
    <message>
        <source>a text of more than {n} characters is no workout</source>
        <translation>un texto de más de {n} caracteres no es un entrenamiento</translation>
    </message>
    <message>
        <source>a workout can be written as {keys}, by its file&apos;s suffix {suffixes}, or .icu.txt</source>
        <translation>un entrenamiento se puede escribir como {keys}, según la extensión del archivo {suffixes}, o .icu.txt</translation>
    </message>
    <message>
        <source>{format} is only read; {ways}</source>
        <translation>{format} solo se lee; {ways}</translation>
    </message>
    <message>
        <source>{word} is no format that is known: {ways}</source>
        <translation>{word} no es un formato conocido: {ways}</translation>
    </message>
    <message>
        <source>notes of steps are left out</source>
        <translation>las notas de los pasos se omiten</translation>
    </message>
    <message>
        <source>{file} is a folder: give a file in it</source>
        <translation>{file} es una carpeta: indica un archivo dentro</translation>
    </message>
    <message>
        <source>{file} is no name of a file</source>
        <translation>{file} no es nombre de archivo</translation>
    </message>
    <message>
        <source>{file} is there already: give another name, or --force to replace it</source>
        <translation>{file} ya existe: da otro nombre, o --force para reemplazarlo</translation>
    </message>
    <message>
        <source>The file does not say when it was run: it is kept under the time of its import.</source>
        <translation>El archivo no dice cuándo se corrió: se guarda con la hora de su importación.</translation>
    </message>
    <message>
        <source>laps as pressed</source>
        <translation>vueltas tal como se marcaron</translation>
    </message>
    <message>
        <source>laps by the watch</source>
        <translation>vueltas del propio reloj</translation>
    </message>
    <message>
        <source>splits interpolated</source>
        <translation>parciales interpolados</translation>
    </message>
    <message>
        <source>reps found by speed</source>
        <translation>repeticiones halladas por la velocidad</translation>
    </message>
    <message>
        <source>no laps</source>
        <translation>sin vueltas</translation>
    </message>
    <message>
        <source>Imported from a watch · {laps}</source>
        <translation>Importado de un reloj · {laps}</translation>
    </message>
    <message>
        <source>Imported from a watch: {file} · {laps}</source>
        <translation>Importado de un reloj: {file} · {laps}</translation>
    </message>
    <message>
        <source>a tag is a word or two without a comma, such as track</source>
        <translation>una etiqueta es una palabra o dos sin coma, como pista</translation>
    </message>
    <message>
        <source>a tag has at most {n} characters, not as many as {tag}…</source>
        <translation>una etiqueta tiene como máximo {n} caracteres, no tantos como {tag}…</translation>
    </message>
    <message>
        <source>a workout has at most {n} tags</source>
        <translation>un entrenamiento tiene como máximo {n} etiquetas</translation>
    </message>
    <message>
        <source>{words} is left out: a recovery has no name</source>
        <translation>se omite {words}: una recuperación no tiene nombre</translation>
    </message>
    <message>
        <source>{target} is left out: a recovery has no target</source>
        <translation>se omite {target}: una recuperación no tiene objetivo</translation>
    </message>
    <message>
        <source>a recovery by a count of movements ends by the lap button</source>
        <translation>una recuperación por número de movimientos termina con el botón de vuelta</translation>
    </message>
    <message>
        <source>words of a step that are longer than {n} letters are cut</source>
        <translation>el texto de un paso de más de {n} letras se corta</translation>
    </message>
    <message>
        <source>{words} is left out: the file asks {target}</source>
        <translation>se omite {words}: el archivo pide {target}</translation>
    </message>
    <message>
        <source>a speed of nothing is left out</source>
        <translation>se omite una velocidad nula</translation>
    </message>
    <message>
        <source>{share} % of {race} is left out: set a goal mile, and import the file again</source>
        <translation>se omite {share} % de {race}: fija una milla objetivo e importa el archivo otra vez</translation>
    </message>
    <message>
        <source>{share} % of {race} is read as {pace}</source>
        <translation>{share} % de {race} se lee como {pace}</translation>
    </message>
    <message>
        <source>the name {words} is left out</source>
        <translation>se omite el nombre {words}</translation>
    </message>
    <message>
        <source>{target} is left out</source>
        <translation>se omite {target}</translation>
    </message>
    <message>
        <source>the name is cut to {cut}</source>
        <translation>el nombre se corta a {cut}</translation>
    </message>
    <message>
        <source>the name is left out</source>
        <translation>se omite el nombre</translation>
    </message>
    <message>
        <source>the text about it is cut</source>
        <translation>el texto que lo describe se corta</translation>
    </message>
    <message>
        <source>what it is for, {purpose}, is left out</source>
        <translation>se omite para qué sirve, {purpose}</translation>
    </message>
    <message>
        <source>whom it suits is left out</source>
        <translation>se omite a quién conviene</translation>
    </message>
    <message>
        <source>{what} rounds are written as {n}: stop early by hand</source>
        <translation>{what} repeticiones se escriben como {n}: para antes a mano</translation>
    </message>
    <message>
        <source>the sets are written one after the other</source>
        <translation>las series se escriben una tras otra</translation>
    </message>
    <message>
        <source>each rep is written by itself</source>
        <translation>cada repetición se escribe por separado</translation>
    </message>
    <message>
        <source>the file is too large: {n} MB are the most</source>
        <translation>el archivo es demasiado grande: {n} MB como máximo</translation>
    </message>
    <message>
        <source>this is no FIT file: it does not begin as one</source>
        <translation>esto no es un archivo FIT: no empieza como tal</translation>
    </message>
    <message>
        <source>what follows in the file has no beginning, and was left out</source>
        <translation>lo que sigue en el archivo no tiene comienzo y se dejó fuera</translation>
    </message>
    <message>
        <source>the file is too long; the rest of it was left out</source>
        <translation>el archivo es demasiado largo; el resto se dejó fuera</translation>
    </message>
    <message>
        <source>the file was never finished; what is whole of it was read</source>
        <translation>el archivo nunca se terminó; se leyó lo que está completo</translation>
    </message>
    <message>
        <source>the file ends too early; what is whole of it was read</source>
        <translation>el archivo termina antes de tiempo; se leyó lo que está completo</translation>
    </message>
    <message>
        <source>the file&apos;s checksum is wrong: something in it may be damaged</source>
        <translation>la suma de comprobación del archivo no coincide: algo puede estar dañado</translation>
    </message>
    <message>
        <source>the file is damaged in the middle; it was read up to there</source>
        <translation>el archivo está dañado por la mitad; se leyó hasta ahí</translation>
    </message>
    <message>
        <source>the file is damaged in the middle; what is whole around it was read</source>
        <translation>el archivo está dañado por la mitad; se leyó lo que está completo alrededor</translation>
    </message>
    <message>
        <source>only the first {n} points were read</source>
        <translation>solo se leyeron los primeros {n} puntos</translation>
    </message>
    <message>
        <source>only the first {n} laps were read</source>
        <translation>solo se leyeron las primeras {n} vueltas</translation>
    </message>
    <message>
        <source>only the first {n} steps were read</source>
        <translation>solo se leyeron los primeros {n} pasos</translation>
    </message>
    <message>
        <source>the watch&apos;s clock went back on the way; the points were put in order</source>
        <translation>el reloj retrocedió durante la carrera; los puntos se pusieron en orden</translation>
    </message>
    <message>
        <source>points stamped outside the run were left out: {n}</source>
        <translation>puntos con hora fuera de la carrera que se dejaron fuera: {n}</translation>
    </message>
    <message>
        <source>laps without a length or a place were left out: {n}</source>
        <translation>vueltas sin duración o sin lugar que se dejaron fuera: {n}</translation>
    </message>
    <message>
        <source>the file has no totals; time and distance are those of its laps or points</source>
        <translation>el archivo no tiene totales; el tiempo y la distancia son los de sus vueltas o puntos</translation>
    </message>
    <message>
        <source>a power of {span}</source>
        <translation>una potencia: {span}</translation>
    </message>
    <message>
        <source>a cadence of {span}</source>
        <translation>una cadencia: {span}</translation>
    </message>
    <message>
        <source>something that only the watch knows</source>
        <translation>algo que solo el reloj sabe</translation>
    </message>
    <message>
        <source>a speed of {n} m/s</source>
        <translation>una velocidad de {n} m/s</translation>
    </message>
    <message>
        <source>a heart rate of {span}</source>
        <translation>una frecuencia cardíaca: {span}</translation>
    </message>
    <message>
        <source>{n} % of the highest</source>
        <translation>{n} % de la máxima</translation>
    </message>
    <message>
        <source>{n} bpm</source>
        <translation>{n} ppm</translation>
    </message>
    <message>
        <source>{n} % of the threshold</source>
        <translation>{n} % del umbral</translation>
    </message>
    <message>
        <source>{n} W</source>
        <translation>{n} W</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} a {high}</translation>
    </message>
    <message>
        <source>speed zone {n}</source>
        <translation>zona de velocidad {n}</translation>
    </message>
    <message>
        <source>heart rate zone {n}</source>
        <translation>zona de pulso {n}</translation>
    </message>
    <message>
        <source>power zone {n}</source>
        <translation>zona de potencia {n}</translation>
    </message>
    <message>
        <source>cadence zone {n}</source>
        <translation>zona de cadencia {n}</translation>
    </message>
    <message>
        <source>this is a workout for {sport}, read as one for running</source>
        <translation>este es un entrenamiento de {sport}, leído como uno de carrera</translation>
    </message>
    <message>
        <source>{n} more things of this kind came through changed</source>
        <translation>{n} cosas más de este tipo llegaron cambiadas</translation>
    </message>
    <message>
        <source>a repeat goes on until something is measured; its steps are taken once</source>
        <translation>una repetición sigue hasta que se mide algo; sus pasos se toman una vez</translation>
    </message>
    <message>
        <source>a repeat does not say which steps it repeats; they are taken once</source>
        <translation>una repetición no dice qué pasos repite; se toman una vez</translation>
    </message>
    <message>
        <source>a repeat does not say how often; its steps are taken once</source>
        <translation>una repetición no dice cuántas veces; sus pasos se toman una vez</translation>
    </message>
    <message>
        <source>repeats nest deeper than {n}; the outer ones are taken once</source>
        <translation>las repeticiones se anidan a más de {n} niveles; las exteriores se toman una vez</translation>
    </message>
    <message>
        <source>step {number} ends by the lap button here; in the file it ends {until}</source>
        <translation>el paso {number} termina aquí con el botón de vuelta; en el archivo termina {until}</translation>
    </message>
    <message>
        <source>step {number} asks for {words}, which is kept as a note</source>
        <translation>el paso {number} pide {words}, que se guarda como nota</translation>
    </message>
    <message>
        <source>{weight} kg</source>
        <translation>{weight} kg</translation>
    </message>
    <message>
        <source>by something that it does not say</source>
        <translation>por algo que no dice</translation>
    </message>
    <message>
        <source>after {n} hours</source>
        <translation>tras {n} horas</translation>
    </message>
    <message>
        <source>after {n} km</source>
        <translation>tras {n} km</translation>
    </message>
    <message>
        <source>when the heart rate is below {rate}</source>
        <translation>cuando la frecuencia cardíaca baja de {rate}</translation>
    </message>
    <message>
        <source>when the heart rate is above {rate}</source>
        <translation>cuando la frecuencia cardíaca supera {rate}</translation>
    </message>
    <message>
        <source>after {n} calories</source>
        <translation>tras {n} calorías</translation>
    </message>
    <message>
        <source>when the power is below {power}</source>
        <translation>cuando la potencia baja de {power}</translation>
    </message>
    <message>
        <source>when the power is above {power}</source>
        <translation>cuando la potencia supera {power}</translation>
    </message>
    <message>
        <source>after {n} movements</source>
        <translation>tras {n} movimientos</translation>
    </message>
    <message>
        <source>by something that only the watch knows</source>
        <translation>por algo que solo el reloj sabe</translation>
    </message>
    <message>
        <source>a FIT workout has {n} steps at most, this one has more</source>
        <translation>un entrenamiento FIT tiene como máximo {n} pasos; este tiene más</translation>
    </message>
    <message>
        <source>the JSON is no workout of Garmin Connect: it has no workoutSegments</source>
        <translation>el JSON no es un entrenamiento de Garmin Connect: no tiene workoutSegments</translation>
    </message>
    <message>
        <source>export the workout itself, not the list of them</source>
        <translation>exporta el entrenamiento mismo, no la lista</translation>
    </message>
    <message>
        <source>it is a workout for {sport}, taken as a run</source>
        <translation>es un entrenamiento de {sport}, tomado como carrera</translation>
    </message>
    <message>
        <source>the workout holds no step that can be read</source>
        <translation>el entrenamiento no contiene ningún paso que se pueda leer</translation>
    </message>
    <message>
        <source>the workout has more than {most} steps</source>
        <translation>el entrenamiento tiene más de {most} pasos</translation>
    </message>
    <message>
        <source>a block repeats until {condition}: it is run once</source>
        <translation>un bloque se repite hasta {condition}: se corre una vez</translation>
    </message>
    <message>
        <source>a block does not say how often it is repeated: it is run once</source>
        <translation>un bloque no dice cuántas veces se repite: se corre una vez</translation>
    </message>
    <message>
        <source>what says no kind of step is left out</source>
        <translation>se omite lo que no dice qué clase de paso es</translation>
    </message>
    <message>
        <source>{kind} is no kind of step that is known: taken as work</source>
        <translation>{kind} no es una clase de paso conocida: se toma como trabajo</translation>
    </message>
    <message>
        <source>a step whose length is no figure, or over a bound, is left out</source>
        <translation>se omite un paso cuya longitud no es una cifra o pasa de un límite</translation>
    </message>
    <message>
        <source>a step ends at {condition}: taken as by the lap button</source>
        <translation>un paso termina en {condition}: se toma como por el botón de vuelta</translation>
    </message>
    <message>
        <source>a target of {target} is kept as words</source>
        <translation>un objetivo de {target} se conserva como texto</translation>
    </message>
    <message>
        <source>paces below {n} m/s are taken as seconds a metre</source>
        <translation>los ritmos de menos de {n} m/s se toman como segundos por metro</translation>
    </message>
    <message>
        <source>this is no {kind} file: it begins with &lt;{tag}&gt;</source>
        <translation>no es un archivo {kind}: empieza con &lt;{tag}&gt;</translation>
    </message>
    <message>
        <source>choose another file</source>
        <translation>elige otro archivo</translation>
    </message>
    <message>
        <source>the track has no times, so no splits can be had</source>
        <translation>el recorrido no tiene horas, así que no se pueden sacar parciales</translation>
    </message>
    <message>
        <source>export the run from the watch, not the route that was planned</source>
        <translation>exporta la carrera del reloj, no la ruta planeada</translation>
    </message>
    <message>
        <source>the file holds waypoints or a route and no track</source>
        <translation>el archivo tiene puntos o una ruta, y ningún recorrido</translation>
    </message>
    <message>
        <source>export the run, not the route that was planned</source>
        <translation>exporta la carrera, no la ruta planeada</translation>
    </message>
    <message>
        <source>the file holds no track</source>
        <translation>el archivo no tiene ningún recorrido</translation>
    </message>
    <message>
        <source>{n} of {most} points have no time or place; they were left out</source>
        <translation>{n} de {most} puntos no tienen hora o posición; se han dejado fuera</translation>
    </message>
    <message>
        <source>the file has no distances; they were measured between its places</source>
        <translation>el archivo no tiene distancias; se han medido entre sus posiciones</translation>
    </message>
    <message>
        <source>the run has more than {n} points</source>
        <translation>la carrera tiene más de {n} puntos</translation>
    </message>
    <message>
        <source>export one run at a time</source>
        <translation>exporta una carrera cada vez</translation>
    </message>
    <message>
        <source>some points are not in the order of their times; they were sorted</source>
        <translation>algunos puntos no están en el orden de sus horas; se han ordenado</translation>
    </message>
    <message>
        <source>some points are of another day; they were left out</source>
        <translation>algunos puntos son de otro día; se han dejado fuera</translation>
    </message>
    <message>
        <source>a workout&apos;s text has at most {n} characters</source>
        <translation>el texto de un entrenamiento tiene como máximo {n} caracteres</translation>
    </message>
    <message>
        <source>a step is a line such as - 10m or - 400mtr 5:00/mi Pace</source>
        <translation>un paso es una línea como - 10m o - 400mtr 5:00/mi Pace</translation>
    </message>
    <message>
        <source>there is no step of intervals.icu in it</source>
        <translation>no contiene ningún paso de intervals.icu</translation>
    </message>
    <message>
        <source>{n} lines in all are left out</source>
        <translation>se omiten {n} líneas en total</translation>
    </message>
    <message>
        <source>no blank line stands before {heading}: it is taken as a new block</source>
        <translation>no hay línea en blanco antes de {heading}: se toma como un bloque nuevo</translation>
    </message>
    <message>
        <source>line {number} has no length and is left out: {text}</source>
        <translation>la línea {number} no tiene longitud y se omite: {text}</translation>
    </message>
    <message>
        <source>a blank line stands behind {heading}: its steps are run once</source>
        <translation>hay una línea en blanco tras {heading}: sus pasos se corren una vez</translation>
    </message>
    <message>
        <source>{text} has no steps under it and is left out</source>
        <translation>{text} no tiene pasos debajo y se omite</translation>
    </message>
    <message>
        <source>the steps behind {text} are taken as repeated</source>
        <translation>los pasos que siguen a {text} se toman como repetidos</translation>
    </message>
    <message>
        <source>{step} does not say what it is: taken as a recovery</source>
        <translation>{step} no dice qué es: se toma como recuperación</translation>
    </message>
    <message>
        <source>a ramp is taken as a range</source>
        <translation>una rampa se toma como un intervalo</translation>
    </message>
    <message>
        <source>{option} is left out</source>
        <translation>{option} se omite</translation>
    </message>
    <message>
        <source>{pace} names no unit: taken as per kilometre</source>
        <translation>{pace} no indica unidad: se toma por kilómetro</translation>
    </message>
    <message>
        <source>{target} is kept as words, for the file does not say what it comes to</source>
        <translation>{target} se conserva como texto, pues el archivo no dice a cuánto equivale</translation>
    </message>
    <message>
        <source>at {n} s: {words}</source>
        <translation>a los {n} s: {words}</translation>
    </message>
    <message>
        <source>words for a moment within a step are kept as its note</source>
        <translation>las palabras para un momento dentro de un paso se conservan como su nota</translation>
    </message>
    <message>
        <source>{text} is taken as repeated {n} times; intervals.icu repeats by a heading</source>
        <translation>{text} se toma como repetido {n} veces; intervals.icu repite con un encabezado</translation>
    </message>
    <message>
        <source>{n} times is more than the {most} that can be repeated</source>
        <translation>{n} veces es más de las {most} que se pueden repetir</translation>
    </message>
    <message>
        <source>{words} is a second target: kept as words</source>
        <translation>{words} es un segundo objetivo: se conserva como texto</translation>
    </message>
    <message>
        <source>a step ends by the lap button: its {m} m are left out</source>
        <translation>un paso termina con el botón de vuelta: sus {m} m se omiten</translation>
    </message>
    <message>
        <source>{word} is taken as a time; intervals.icu would leave the step out</source>
        <translation>{word} se toma como tiempo; intervals.icu omitiría el paso</translation>
    </message>
    <message>
        <source>{token} is taken as metres; intervals.icu reads {n} minutes, and metres are written {mtr}</source>
        <translation>{token} se toma como metros; intervals.icu lee {n} minutos, y los metros se escriben {mtr}</translation>
    </message>
    <message>
        <source>{token} is taken as hours and minutes</source>
        <translation>{token} se toma como horas y minutos</translation>
    </message>
    <message>
        <source>{token} is taken as a time; intervals.icu writes h, m and s</source>
        <translation>{token} se toma como tiempo; intervals.icu escribe h, m y s</translation>
    </message>
    <message>
        <source>{token} is no length of a step: it is over 0 and under 24 h</source>
        <translation>{token} no es la duración de un paso: es más de 0 y menos de 24 h</translation>
    </message>
    <message>
        <source>{token} is no length of a step: it is over 0 and at most {km} km</source>
        <translation>{token} no es la longitud de un paso: es más de 0 y como máximo {km} km</translation>
    </message>
    <message>
        <source>{name} workout</source>
        <translation>entrenamiento {name}</translation>
    </message>
    <message>
        <source>characters of the text about it that mean something else there are changed</source>
        <translation>se cambian caracteres de la descripción que allí significan otra cosa</translation>
    </message>
    <message>
        <source>the name {name} is written {mended}, so that it is not read as a figure</source>
        <translation>el nombre {name} se escribe {mended}, para que no se lea como una cifra</translation>
    </message>
    <message>
        <source>a step that ends by the lap button also ends by itself after {time}, a length that it must have</source>
        <translation>un paso que termina con el botón de vuelta también termina solo tras {time}, una duración que debe tener</translation>
    </message>
    <message>
        <source>shares of the heart rate are written in whole percent</source>
        <translation>los porcentajes de la frecuencia cardíaca se escriben enteros</translation>
    </message>
    <message>
        <source>a pace that nobody can run is left out</source>
        <translation>un ritmo que nadie puede correr se omite</translation>
    </message>
    <message>
        <source>a pace of {was} is written {now}, in whole seconds</source>
        <translation>un ritmo de {was} se escribe {now}, en segundos enteros</translation>
    </message>
    <message>
        <source>imported workout</source>
        <translation>entrenamiento importado</translation>
    </message>
    <message>
        <source>what the file says about the workout is cut</source>
        <translation>lo que el archivo dice del entrenamiento se corta</translation>
    </message>
    <message>
        <source>and {n} more that could not be carried in</source>
        <translation>y {n} cosas más que no se pudieron traer</translation>
    </message>
    <message>
        <source>the file holds a workout without steps</source>
        <translation>el archivo contiene un entrenamiento sin pasos</translation>
    </message>
    <message>
        <source>the JSON nests more than {n} deep</source>
        <translation>el JSON anida más de {n} niveles</translation>
    </message>
    <message>
        <source>the file is not whole JSON</source>
        <translation>el archivo no es JSON completo</translation>
    </message>
    <message>
        <source>The laps come to {laps} m and the run to {whole} m; the laps are taken.</source>
        <translation>Las vueltas suman {laps} m y la carrera {whole} m; valen las vueltas.</translation>
    </message>
    <message>
        <source>The laps come to {sum}, {off} s less than the run; what is left is taken as a last lap.</source>
        <translation>Las vueltas suman {sum}, {off} s menos que la carrera; lo que falta se toma como última vuelta.</translation>
    </message>
    <message>
        <source>The laps come to {sum}, {off} s less than the run; the laps are taken.</source>
        <translation>Las vueltas suman {sum}, {off} s menos que la carrera; valen las vueltas.</translation>
    </message>
    <message>
        <source>The laps come to {sum}, {off} s more than the run; the laps are taken.</source>
        <translation>Las vueltas suman {sum}, {off} s más que la carrera; valen las vueltas.</translation>
    </message>
    <message>
        <source>Taken for {race}, lapped at the lines; the watch measured {measured}.</source>
        <translation>Se ha tomado por {race}, con vueltas marcadas en la línea; el reloj midió {measured}.</translation>
    </message>
    <message>
        <source>Taken for {race}; the watch measured {measured}.</source>
        <translation>Se ha tomado por {race}; el reloj midió {measured}.</translation>
    </message>
    <message>
        <source>Laps of {measured} are taken for {lap}.</source>
        <translation>Las vueltas de {measured} se han tomado por {lap}.</translation>
    </message>
    <message>
        <source>The file has no distances: the time is all that is known.</source>
        <translation>El archivo no tiene distancias: solo se conoce el tiempo.</translation>
    </message>
    <message>
        <source>Where the watch recorded too few points a split is left out.</source>
        <translation>Donde el reloj grabó muy pocos puntos falta el parcial.</translation>
    </message>
    <message>
        <source>Nobody pressed at the marks: the splits are interpolated between the watch&apos;s points.</source>
        <translation>Nadie pulsó en las marcas: los parciales están interpolados entre los puntos del reloj.</translation>
    </message>
    <message>
        <source>The watch recorded too few points to interpolate splits.</source>
        <translation>El reloj grabó muy pocos puntos para interpolar parciales.</translation>
    </message>
    <message>
        <source>the mile</source>
        <translation>la milla</translation>
    </message>
    <message>
        <source>two miles</source>
        <translation>dos millas</translation>
    </message>
    <message>
        <source>{metres}&#xa0;m</source>
        <translation>{metres}&#xa0;m</translation>
    </message>
    <message>
        <source>{km}&#xa0;km</source>
        <translation>{km}&#xa0;km</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>imported</comment>
        <translation>Carrera</translation>
    </message>
    <message>
        <source>Reps of {measured} are taken for {meant}.</source>
        <translation>Las repeticiones de {measured} se han tomado por {meant}.</translation>
    </message>
    <message>
        <source>{n} reps, {km}</source>
        <translation>{n} repeticiones, {km}</translation>
    </message>
    <message>
        <source>{what} is written as {other}</source>
        <translation>{what} se escribe como {other}</translation>
    </message>
    <message>
        <source>{what} is read back as {other}</source>
        <translation>{what} se vuelve a leer como {other}</translation>
    </message>
    <message>
        <source>{what} leaves no recovery, and is left out</source>
        <translation>{what} no deja recuperación y se omite</translation>
    </message>
    <message>
        <source>{what} is written as words, and ended by the lap button</source>
        <translation>{what} se escribe con palabras y termina con el botón de vuelta</translation>
    </message>
    <message>
        <source>{what} is ended by the lap button, since no pace is known</source>
        <translation>{what} termina con el botón de vuelta, pues no se conoce el ritmo</translation>
    </message>
    <message>
        <source>{what} becomes {time}, a guess: {format} knows no lap button</source>
        <translation>{what} pasa a ser {time}, una estimación: {format} no conoce el botón de vuelta</translation>
    </message>
    <message>
        <source>{what} is written as words, since no goal is set</source>
        <translation>{what} se escribe con palabras, pues no hay objetivo fijado</translation>
    </message>
    <message>
        <source>{what} is written as words</source>
        <translation>{what} se escribe con palabras</translation>
    </message>
    <message>
        <source>{what} is written as words: nobody runs like that</source>
        <translation>{what} se escribe con palabras: nadie corre así</translation>
    </message>
    <message>
        <source>{what}, which a race asks by itself, is left out</source>
        <translation>se omite {what}, que una carrera pide por sí misma</translation>
    </message>
    <message>
        <source>{what}, which a race asks by itself, is written out</source>
        <translation>se escribe {what}, que una carrera pide por sí misma</translation>
    </message>
    <message>
        <source>a timed race is written as words, and nothing counts its laps from the finish line</source>
        <translation>una carrera cronometrada se escribe con palabras, y nada cuenta sus vueltas desde la meta</translation>
    </message>
    <message>
        <source>the note {words} is left out</source>
        <translation>se omite la nota {words}</translation>
    </message>
    <message>
        <source>{words} is left out: {format} has no names of steps</source>
        <translation>se omite {words}: {format} no tiene nombres de pasos</translation>
    </message>
    <message>
        <source>{words} is cut to {cut}</source>
        <translation>{words} se corta a {cut}</translation>
    </message>
    <message>
        <source>The file says {sport}; it is taken as a run.</source>
        <translation>El archivo dice {sport}; se toma como carrera a pie.</translation>
    </message>
    <message>
        <source>there is no running time in this file</source>
        <translation>en este archivo no hay tiempo de carrera</translation>
    </message>
    <message>
        <source>choose the file of a run</source>
        <translation>elige el archivo de una carrera</translation>
    </message>
    <message>
        <source>a run has at most {laps} laps, {points} points, {days} days and {km} km</source>
        <translation>una carrera tiene como mucho {laps} vueltas, {points} puntos, {days} días y {km} km</translation>
    </message>
    <message>
        <source>Nobody pressed: the reps were found by speed, and begin and end within about 2 s of what is shown.</source>
        <translation>Nadie pulsó: las repeticiones se hallaron por la velocidad, y empiezan y acaban a unos 2 s de lo que se muestra.</translation>
    </message>
    <message>
        <source>Work and rest were told apart by speed: faster than {pace} per km is work.</source>
        <translation>El trabajo y el descanso se distinguieron por la velocidad: más rápido que {pace} por km es trabajo.</translation>
    </message>
    <message>
        <source>Work and rest were told apart by speed: laps in which nobody moved are rest.</source>
        <translation>El trabajo y el descanso se distinguieron por la velocidad: las vueltas sin movimiento son descanso.</translation>
    </message>
    <message>
        <source>the file breaks off before its first lap or workout ends</source>
        <translation>el archivo se corta antes de que acabe su primera vuelta o su primer entrenamiento</translation>
    </message>
    <message>
        <source>export it once more</source>
        <translation>expórtalo otra vez</translation>
    </message>
    <message>
        <source>the file holds no run and no workout</source>
        <translation>el archivo no tiene ninguna carrera ni ningún entrenamiento</translation>
    </message>
    <message>
        <source>a course is no run: export the activity</source>
        <translation>un recorrido planeado no es una carrera: exporta la actividad</translation>
    </message>
    <message>
        <source>a TCX workout has {most} steps at most, repeats counted; this one has {n}</source>
        <translation>un entrenamiento TCX tiene como mucho {most} pasos, contando las repeticiones; este tiene {n}</translation>
    </message>
    <message>
        <source>write it as FIT</source>
        <translation>escríbelo como FIT</translation>
    </message>
    <message>
        <source>write at least one</source>
        <translation>escribe al menos uno</translation>
    </message>
    <message>
        <source>the name {name} is cut to {n} letters</source>
        <translation>el nombre {name} se corta a {n} letras</translation>
    </message>
    <message>
        <source>{n} times are written as several repeats of {most} at most</source>
        <translation>{n} veces se escriben como varias repeticiones de {most} como mucho</translation>
    </message>
    <message>
        <source>heart rates are written in whole percent, up to 100</source>
        <translation>el pulso se escribe en porcentajes enteros, hasta 100</translation>
    </message>
    <message>
        <source>{name} is written as {kept}: TCX has one word for a step, and it has a name</source>
        <translation>{name} se escribe como {kept}: TCX tiene una sola palabra para un paso, y este tiene nombre</translation>
    </message>
    <message>
        <source>{length} is written as {n} steps</source>
        <translation>{length} se escribe como {n} pasos</translation>
    </message>
    <message>
        <source>work</source>
        <comment>in a step</comment>
        <translation>rápido</translation>
    </message>
    <message>
        <source>the run has more than {n} laps</source>
        <translation>la carrera tiene más de {n} vueltas</translation>
    </message>
    <message>
        <source>distances begin anew in each lap; they were added up</source>
        <translation>las distancias empiezan de nuevo en cada vuelta; se han sumado</translation>
    </message>
    <message>
        <source>some laps have no start; they were left out</source>
        <translation>algunas vueltas no tienen comienzo; se han dejado fuera</translation>
    </message>
    <message>
        <source>laps of neither time nor distance were left out ({n} of them)</source>
        <translation>se han dejado fuera vueltas sin tiempo ni distancia ({n})</translation>
    </message>
    <message>
        <source>this is a workout for cycling</source>
        <translation>es un entrenamiento de ciclismo</translation>
    </message>
    <message>
        <source>a repeat says no count that can be; it is done once</source>
        <translation>una repetición no dice un número posible; se hace una vez</translation>
    </message>
    <message>
        <source>a step of no length was left out</source>
        <translation>se ha dejado fuera un paso sin longitud</translation>
    </message>
    <message>
        <source>a step says no end; it ends by the lap button</source>
        <translation>un paso no dice cuándo acaba; acaba con el botón de vuelta</translation>
    </message>
    <message>
        <source>until {n} kcal are burned</source>
        <translation>hasta quemar {n} kcal</translation>
    </message>
    <message>
        <source>until the heart rate is above {n}</source>
        <translation>hasta que el pulso pase de {n}</translation>
    </message>
    <message>
        <source>until the heart rate is below {n}</source>
        <translation>hasta que el pulso baje de {n}</translation>
    </message>
    <message>
        <source>a step {until} ends by the lap button; its note says so</source>
        <translation>un paso «{until}» acaba con el botón de vuelta; su nota lo dice</translation>
    </message>
    <message>
        <source>heart rate {low} to {high} bpm</source>
        <translation>pulso de {low} a {high} ppm</translation>
    </message>
    <message>
        <source>cadence {low} to {high}</source>
        <translation>cadencia de {low} a {high}</translation>
    </message>
    <message>
        <source>a target that is no pace is kept as words: {said}</source>
        <translation>un objetivo que no es un ritmo queda en palabras: {said}</translation>
    </message>
    <message>
        <source>the file breaks off at line {n}; what stands before was read</source>
        <translation>el archivo se corta en la línea {n}; se ha leído lo anterior</translation>
    </message>
    <message>
        <source>the file has {wrong} for {right} in its XML; it was mended</source>
        <translation>el archivo tiene {wrong} en vez de {right} en su XML; se ha arreglado</translation>
    </message>
    <message>
        <source>this {kind} file is damaged: its XML is not whole at line {n}</source>
        <translation>este archivo {kind} está dañado: su XML no está completo en la línea {n}</translation>
    </message>
    <message>
        <source>export or download it once more</source>
        <translation>expórtalo o descárgalo otra vez</translation>
    </message>
    <message>
        <source>this {kind} file has a document type, which may define what unpacks without end</source>
        <translation>este archivo {kind} tiene un tipo de documento, que puede definir algo que se despliegue sin fin</translation>
    </message>
    <message>
        <source>take the DOCTYPE out if you trust the file</source>
        <translation>quita el DOCTYPE si te fías del archivo</translation>
    </message>
    <message>
        <source>the file has more than {n} elements</source>
        <translation>el archivo tiene más de {n} elementos</translation>
    </message>
    <message>
        <source>the file nests more than {n} elements in one another</source>
        <translation>el archivo mete más de {n} elementos unos en otros</translation>
    </message>
    <message>
        <source>this is no file of a run or workout</source>
        <translation>no es un archivo de una carrera ni de un entrenamiento</translation>
    </message>
    <message>
        <source>a step is longer than {km} km or {hours} hours</source>
        <translation>un paso es más largo que {km} km o {hours} horas</translation>
    </message>
    <message>
        <source>export one run or workout at a time</source>
        <translation>exporta una carrera o un entrenamiento cada vez</translation>
    </message>
    <message>
        <source>the file holds nothing but zero bytes</source>
        <translation>el archivo no tiene más que bytes a cero</translation>
    </message>
    <message>
        <source>the file has zero bytes or other signs that no text has; they were left out</source>
        <translation>el archivo tiene bytes a cero u otros signos que ningún texto tiene; se han dejado fuera</translation>
    </message>
    <message>
        <source>the file begins with blanks, which XML forbids; they were left out</source>
        <translation>el archivo empieza con espacios, que XML prohíbe; se han dejado fuera</translation>
    </message>
    <message>
        <source>this is no {kind} file: it is not XML</source>
        <translation>no es un archivo {kind}: no es XML</translation>
    </message>
    <message>
        <source>the file has a lone &amp; in its XML; it was mended</source>
        <translation>el archivo tiene un &amp; suelto en su XML; se ha arreglado</translation>
    </message>
    <message>
        <source>its letters are of a kind that is not known; they were read as UTF-8</source>
        <translation>no se conoce la codificación de sus letras; se han leído como UTF-8</translation>
    </message>
    <message>
        <source>some letters are not what the file says they are; they may be wrong</source>
        <translation>algunas letras no son lo que el archivo dice; pueden estar mal</translation>
    </message>
    <message>
        <source>each rep is written by itself: Zwift repeats only a run and its recovery at two paces of one race</source>
        <translation>cada repetición se escribe por separado: Zwift solo repite una carrera y su recuperación a dos ritmos de una misma distancia</translation>
    </message>
    <message>
        <source>the words of a step are cut to {n} letters</source>
        <translation>las palabras de un paso se cortan a {n} letras</translation>
    </message>
    <message>
        <source>the lap button ends no step in Zwift; {length} is written in its place</source>
        <translation>el botón de vuelta no acaba ningún paso en Zwift; en su lugar se escribe {length}</translation>
    </message>
    <message>
        <source>{old} movements are written as words, and as {length}: Zwift counts none</source>
        <translation>{old} movimientos se escriben en palabras, y como {length}: Zwift no los cuenta</translation>
    </message>
    <message>
        <source>{pace} is written as words</source>
        <translation>{pace} se escribe en palabras</translation>
    </message>
    <message>
        <source>{pace} is written as {n} % of mile pace</source>
        <translation>{pace} se escribe como {n} % del ritmo de milla</translation>
    </message>
    <message>
        <source>{pace} is written as mile pace</source>
        <translation>{pace} se escribe como ritmo de milla</translation>
    </message>
    <message>
        <source>{old} is written as {length}, at the pace asked: a Zwift workout counts in one measure</source>
        <translation>{old} se escribe como {length}, al ritmo pedido: un entrenamiento de Zwift cuenta en una sola medida</translation>
    </message>
    <message>
        <source>{old} is written as {length}, at a guessed pace: a Zwift workout counts in one measure</source>
        <translation>{old} se escribe como {length}, a un ritmo supuesto: un entrenamiento de Zwift cuenta en una sola medida</translation>
    </message>
    <message>
        <source>the file holds no workout</source>
        <translation>el archivo no tiene ningún entrenamiento</translation>
    </message>
    <message>
        <source>the file does not say what it counts: taken as metres, as Zwift does in a run</source>
        <translation>el archivo no dice qué cuenta: se toman metros, como hace Zwift en una carrera a pie</translation>
    </message>
    <message>
        <source>the file does not say what it counts: taken as seconds, as Zwift does in a ride</source>
        <translation>el archivo no dice qué cuenta: se toman segundos, como hace Zwift en bicicleta</translation>
    </message>
    <message>
        <source>the file names no sport: taken as a run</source>
        <translation>el archivo no nombra ningún deporte: se toma como carrera a pie</translation>
    </message>
    <message>
        <source>the file names no sport: taken as a ride, as Zwift does</source>
        <translation>el archivo no nombra ningún deporte: se toma como ciclismo, como hace Zwift</translation>
    </message>
    <message>
        <source>this is a workout for cycling: its powers are kept as words</source>
        <translation>es un entrenamiento de ciclismo: sus potencias quedan en palabras</translation>
    </message>
    <message>
        <source>a ramp from one pace to another is kept as a range ({n} of them)</source>
        <translation>una rampa de un ritmo a otro queda como un intervalo ({n})</translation>
    </message>
    <message>
        <source>texts that Zwift shows on the way are kept in the notes of their steps ({n} of them)</source>
        <translation>los textos que Zwift muestra por el camino quedan en las notas de sus pasos ({n})</translation>
    </message>
    <message>
        <source>a text that belongs to no step was left out</source>
        <translation>se ha dejado fuera un texto que no es de ningún paso</translation>
    </message>
    <message>
        <source>a block &lt;{tag}&gt; is not known and was left out</source>
        <translation>no se conoce un bloque &lt;{tag}&gt; y se ha dejado fuera</translation>
    </message>
    <message>
        <source>maximum effort</source>
        <translation>esfuerzo máximo</translation>
    </message>
    <message>
        <source>incline {n} %</source>
        <translation>inclinación {n} %</translation>
    </message>
    <message>
        <source>cadence {n}</source>
        <translation>cadencia {n}</translation>
    </message>
    <message>
        <source>{n} % of threshold power</source>
        <translation>{n} % de la potencia umbral</translation>
    </message>
    <message>
        <source>power {n}</source>
        <translation>potencia {n}</translation>
    </message>
    <message>
        <source>a power that is no share of a race&apos;s speed is kept as words</source>
        <translation>una potencia que no es una parte de la velocidad de una carrera queda en palabras</translation>
    </message>
    <message>
        <source>{n} % of a pace {name}</source>
        <translation>{n} % de un ritmo {name}</translation>
    </message>
    <message>
        <source>a race that Zwift&apos;s figure does not name is kept as words</source>
        <translation>una carrera que el número de Zwift no nombra queda en palabras</translation>
    </message>
    <message>
        <source>the file names no race for its paces: taken as shares of mile pace</source>
        <translation>el archivo no nombra ninguna carrera para sus ritmos: se toman como partes del ritmo de milla</translation>
    </message>
    <message>
        <source>the texts of a step are cut to {n} letters</source>
        <translation>los textos de un paso se cortan a {n} letras</translation>
    </message>
    <message>
        <source>the text is too long to be kept unsaved: at most {n} MB; save it, or shorten it</source>
        <translation>el texto es demasiado largo para conservarlo sin guardar: como máximo {n} MB; guárdalo o acórtalo</translation>
    </message>
    <message>
        <source>what is typed cannot be kept until it is saved: {why}; free or unlock {folder}</source>
        <translation>lo que se escribe no se puede conservar hasta guardarlo: {why}; libera o desbloquea {folder}</translation>
    </message>
    <message>
        <source>only work is recovered from</source>
        <translation>solo se recupera de un esfuerzo</translation>
    </message>
    <message>
        <source>the words around it say more than can be kept; change it in the text</source>
        <translation>las palabras de alrededor dicen más de lo que se puede conservar; cámbialo en el texto</translation>
    </message>
    <message>
        <source>a repeat has one recovery</source>
        <translation>una repetición tiene una sola recuperación</translation>
    </message>
    <message>
        <source>a set cannot stand in itself</source>
        <translation>una serie no puede estar dentro de sí misma</translation>
    </message>
    <message>
        <source>the recovery belongs to its repeat</source>
        <translation>la recuperación va con su repetición</translation>
    </message>
    <message>
        <source>it is not repeated</source>
        <translation>no se repite</translation>
    </message>
    <message>
        <source>only a recovery can stand between reps</source>
        <translation>entre repeticiones solo puede haber una recuperación</translation>
    </message>
    <message>
        <source>that block is gone</source>
        <translation>ese bloque ya no está</translation>
    </message>
    <message>
        <source>Nothing of it is understood yet; it stays here unsaved.</source>
        <translation>Aún no se entiende nada; se queda aquí sin guardar.</translation>
    </message>
    <message>
        <source>{name} is saved.</source>
        <translation>{name} está guardado.</translation>
    </message>
    <message>
        <source>{name} is saved as yours, in the place of the one that came with Bell Lap.</source>
        <translation>{name} está guardado como tuyo, en lugar del que viene con Bell Lap.</translation>
    </message>
    <message>
        <source>This is the copy.</source>
        <translation>Esta es la copia.</translation>
    </message>
    <message>
        <source>It is called {name} now.</source>
        <translation>Ahora se llama {name}.</translation>
    </message>
    <message>
        <source>This workout came with Bell Lap and stays; a copy of it is yours.</source>
        <translation>Este entrenamiento viene con Bell Lap y se queda; una copia es tuya.</translation>
    </message>
    <message>
        <source>The text is gone.</source>
        <translation>El texto ya no está.</translation>
    </message>
    <message>
        <source>{name} is removed.</source>
        <translation>{name} se ha quitado.</translation>
    </message>
    <message>
        <source>{name} is removed; the one that came with Bell Lap is listed again.</source>
        <translation>{name} se ha quitado; vuelve a estar el que viene con Bell Lap.</translation>
    </message>
    <message>
        <source>{name} is back.</source>
        <translation>{name} ha vuelto.</translation>
    </message>
    <message>
        <source>reps</source>
        <comment>to be added</comment>
        <translation>repeticiones</translation>
    </message>
    <message>
        <source>recovery</source>
        <comment>to be added</comment>
        <translation>recuperación</translation>
    </message>
    <message>
        <source>strides</source>
        <comment>to be added</comment>
        <translation>progresivos</translation>
    </message>
    <message>
        <source>warm-up</source>
        <comment>to be added</comment>
        <translation>calentamiento</translation>
    </message>
    <message>
        <source>cool-down</source>
        <comment>to be added</comment>
        <translation>vuelta a la calma</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Repeat it as a set</source>
        <translation>Repetirlo como serie</translation>
    </message>
    <message>
        <source>Take the count away</source>
        <translation>Quitar las repeticiones</translation>
    </message>
    <message>
        <source>Allow one rep more</source>
        <translation>Permitir una repetición más</translation>
    </message>
    <message>
        <source>Allow one rep less</source>
        <translation>Permitir una repetición menos</translation>
    </message>
    <message>
        <source>Allow a greater length</source>
        <translation>Permitir una longitud mayor</translation>
    </message>
    <message>
        <source>Allow less of a range</source>
        <translation>Acortar el intervalo</translation>
    </message>
    <message>
        <source>Recovery: jog</source>
        <translation>Recuperación: trote</translation>
    </message>
    <message>
        <source>Recovery: walk</source>
        <translation>Recuperación: andando</translation>
    </message>
    <message>
        <source>Recovery: float</source>
        <translation>Recuperación: suelto</translation>
    </message>
    <message>
        <source>Recovery: standing</source>
        <translation>Recuperación: parado</translation>
    </message>
    <message>
        <source>Recovery: none</source>
        <translation>Recuperación: ninguna</translation>
    </message>
    <message>
        <source>Recovery: 200 m jog</source>
        <translation>Recuperación: 200 m de trote</translation>
    </message>
    <message>
        <source>Recovery: 90 s rest</source>
        <translation>Recuperación: 90 s de descanso</translation>
    </message>
    <message>
        <source>what can be done with the block</source>
        <translation>qué se puede hacer con el bloque</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>ninguno elegido</translation>
    </message>
    <message>
        <source>no blocks yet</source>
        <translation>todavía no hay bloques</translation>
    </message>
    <message>
        <source>{block}, plus and minus turn the {figure}</source>
        <translation>{block}, más y menos cambian: {figure}</translation>
    </message>
    <message>
        <source>blocks: {said}</source>
        <translation>bloques: {said}</translation>
    </message>
    <message>
        <source>Type or paste a workout, or begin with one of these blocks.</source>
        <translation>Escribe o pega un entrenamiento, o empieza con uno de estos bloques.</translation>
    </message>
    <message>
        <source>add</source>
        <translation>añadir</translation>
    </message>
    <message>
        <source>add: {what}</source>
        <translation>añadir: {what}</translation>
    </message>
    <message>
        <source>name of the workout</source>
        <translation>nombre del entrenamiento</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Carrera</translation>
    </message>
    <message>
        <source>new</source>
        <comment>workout</comment>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>a new workout</source>
        <translation>un entrenamiento nuevo</translation>
    </message>
    <message>
        <source>rename the workout</source>
        <translation>renombrar el entrenamiento</translation>
    </message>
    <message>
        <source>duplicate the workout</source>
        <translation>duplicar el entrenamiento</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportar</translation>
    </message>
    <message>
        <source>export the workout</source>
        <translation>exportar el entrenamiento</translation>
    </message>
    <message>
        <source>print</source>
        <translation>imprimir</translation>
    </message>
    <message>
        <source>print the workout</source>
        <translation>imprimir el entrenamiento</translation>
    </message>
    <message>
        <source>delete</source>
        <comment>a workout</comment>
        <translation>borrar</translation>
    </message>
    <message>
        <source>delete the workout</source>
        <translation>borrar el entrenamiento</translation>
    </message>
    <message>
        <source>A new workout</source>
        <translation>Un entrenamiento nuevo</translation>
    </message>
    <message>
        <source>what was not understood</source>
        <translation>lo que no se entendió</translation>
    </message>
    <message>
        <source>good</source>
        <comment>seen</comment>
        <translation>vale</translation>
    </message>
    <message>
        <source>take these notes away</source>
        <translation>quitar estas notas</translation>
    </message>
    <message>
        <source>And {n} more.</source>
        <translation>Y {n} más.</translation>
    </message>
    <message>
        <source>undo what has just been done</source>
        <translation>deshacer lo que se acaba de hacer</translation>
    </message>
    <message>
        <source>There is nothing to run in it yet.</source>
        <translation>Todavía no hay nada que correr.</translation>
    </message>
    <message>
        <source>“{part}” is not understood, and left out</source>
        <translation>«{part}» no se entiende y queda fuera</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>queda fuera</translation>
    </message>
    <message>
        <source>“{part}” is not understood, and passed over</source>
        <translation>«{part}» no se entiende y se pasa por alto</translation>
    </message>
    <message>
        <source>passed over</source>
        <translation>pasado por alto</translation>
    </message>
    <message>
        <source>or “{words}”?</source>
        <translation>¿o «{words}»?</translation>
    </message>
    <message>
        <source>or leave it out?</source>
        <translation>¿o quitarlo?</translation>
    </message>
    <message>
        <source>All of it is understood.</source>
        <translation>Se entiende todo.</translation>
    </message>
    <message>
        <source>1 part not understood</source>
        <translation>1 parte no entendida</translation>
    </message>
    <message>
        <source>{n} parts not understood</source>
        <translation>{n} partes no entendidas</translation>
    </message>
    <message>
        <source>1 taken at a guess</source>
        <translation>1 supuesta</translation>
    </message>
    <message>
        <source>{n} taken at a guess</source>
        <translation>{n} supuestas</translation>
    </message>
    <message>
        <source>the rest runs</source>
        <translation>el resto se corre</translation>
    </message>
    <message>
        <source>Write it as you would say it.</source>
        <translation>Escríbelo como lo dirías.</translation>
    </message>
    <message>
        <source>Reps at a pace, with a jog between them</source>
        <translation>Repeticiones a un ritmo, con trote entre ellas</translation>
    </message>
    <message>
        <source>Sets of reps, with a rest between the sets</source>
        <translation>Series de repeticiones, con descanso entre series</translation>
    </message>
    <message>
        <source>A range of reps, by effort</source>
        <translation>De tantas a tantas repeticiones, por esfuerzo</translation>
    </message>
    <message>
        <source>Or paste the club&apos;s e-mail: what is not understood is underlined, and the rest runs.</source>
        <translation>O pega el correo del club: lo que no se entiende se subraya y el resto se corre.</translation>
    </message>
    <message>
        <source>take the tag {word} away</source>
        <translation>quitar la etiqueta {word}</translation>
    </message>
    <message>
        <source>add a tag</source>
        <translation>añadir etiqueta</translation>
    </message>
    <message>
        <source>tags of the workout</source>
        <translation>etiquetas del entrenamiento</translation>
    </message>
    <message>
        <source>the workout, as a coach writes it</source>
        <translation>el entrenamiento, como lo escribe un entrenador</translation>
    </message>
    <message>
        <source>That is {n} characters more; a text may have {most}. Paste less at a time.</source>
        <translation>Son {n} caracteres más; un texto puede tener {most}. Pega menos de una vez.</translation>
    </message>
    <message>
        <source>It is on the clipboard.</source>
        <translation>Está en el portapapeles.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>It is written: {place}</source>
        <translation>Está escrito: {place}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>all of this</source>
        <translation>todo esto</translation>
    </message>
    <message>
        <source>{recovery} between them</source>
        <translation>{recovery} entre ellas</translation>
    </message>
    <message>
        <source>for a mile in {time}</source>
        <translation>para una milla en {time}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Guardar como PDF …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Imprimir …</translation>
    </message>
    <message>
        <source>Enter takes it, Esc keeps the old one.</source>
        <translation>Enter lo acepta; Esc conserva el anterior.</translation>
    </message>
    <message>
        <source>{name} has faults; mend its file in a text editor, and it can be opened here.</source>
        <translation>{name} tiene fallos; corrige su archivo en un editor de texto y se podrá abrir aquí.</translation>
    </message>
    <message>
        <source>{name} is a copy, and yours.</source>
        <translation>{name} es una copia, y es tuya.</translation>
    </message>
    <message>
        <source>{before} is called {name} now.</source>
        <translation>{before} se llama ahora {name}.</translation>
    </message>
</context>
</TS>

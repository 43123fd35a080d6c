#compdef broadsheet
# zsh completion for broadsheet
_broadsheet() {
  local line word means asked rest=nothing
  local -a values
  asked="${(j: :)${(@qq)${(@Q)words[2,CURRENT]}}}"
  while IFS= read -r line; do
    if [[ $line == .* ]]; then rest=${line#.}; continue; fi
    word=${line%%$'\t'*}
    means=${line#*$'\t'}
    word=${word//:/\\:}
    if [[ $line == *$'\t'* ]]; then values+=("$word:$means"); else values+=("$word"); fi
  done < <(eval "${words[1]} complete -- $asked" 2>/dev/null)
  case $rest in
    files) _describe -V broadsheet values; _files ;;
    folders) _files -/ ;;
    more) _describe -V broadsheet values -S '' ;;
    *) _describe -V broadsheet values ;;
  esac
}
if [[ $funcstack[1] == _broadsheet ]]; then
  _broadsheet "$@"
elif (( $+functions[compdef] )); then
  compdef _broadsheet broadsheet
fi
